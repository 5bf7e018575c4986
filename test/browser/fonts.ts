import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const weights = ['400Regular', '500Medium', '700Bold']

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/**
 * Writes a fontconfig file that knows one family, Noto Sans SC from the npm package, and answers every request
 * with it: Chinese renders on a machine without fonts, and screenshots look alike on every machine.
 *
 * @param directory where the file and fontconfig's cache go; created if missing
 * @returns the path to hand to a browser as FONTCONFIG_FILE
 */
export function writeFontsConf(directory: string): string {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const cache = join(directory, 'font-cache')
  mkdirSync(cache, { recursive: true })
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...weights.map((weight) => `  <dir>${escaped(join(fonts, weight))}</dir>`),
    `  <cachedir>${escaped(cache)}</cachedir>`,
    '  <match target="pattern">',
    '    <edit name="family" mode="append_last"><string>Noto Sans SC</string></edit>',
    '  </match>',
    '</fontconfig>',
    '',
  ]
  const file = join(directory, 'fonts.conf')
  // Written aside and renamed, because two test workers may be doing this at once.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, lines.join('\n'))
  renameSync(draft, file)
  return file
}
