/** What a phone downloads to answer by itself: the rule module, minified, and one table as JSON; gzipped. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { forResidents } from '../../shared/policy/forResidents'
import type { PolicyTable } from '../../shared/policy/table'

const entry = join(__dirname, '../../shared/rules/assess.ts')

/** The rule module as the phone runs it. Throws when it draws in anything from outside `shared`. */
export async function ruleModule(): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
    metafile: true,
  })
  const foreign = Object.keys(metafile.inputs).filter((input) => input.includes('node_modules'))
  if (foreign.length > 0) throw new Error(`the rule module carries ${foreign.join(', ')}`)
  return outputFiles.map(({ text }) => text).join('')
}

export const shippedBytes = (module: string, table?: PolicyTable): number =>
  gzipSync(module + (table ? JSON.stringify(forResidents(table)) : ''), { level: 9 }).length
