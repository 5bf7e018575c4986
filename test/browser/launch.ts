import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as playwright, type Browser } from 'playwright-core'
import { packagedChromium, systemChromium, type Chromium } from './chromium'
import { writeFontsConf } from './fonts'

/** Where the browser's own files lie: inside the project, ignored by git, so nothing else on the machine is touched. */
const browserDirectory = join(__dirname, '..', '..', '.local', 'browser')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

async function start(chromium: Chromium): Promise<Browser> {
  const home = join(browserDirectory, 'home')
  mkdirSync(home, { recursive: true })
  const libraries = chromium.libraries ? { LD_LIBRARY_PATH: chromium.libraries } : {}
  const env = { ...process.env, HOME: home, FONTCONFIG_FILE: writeFontsConf(browserDirectory), ...libraries }
  return playwright.launch({ executablePath: chromium.executable, args: flags, env, headless: true })
}

/**
 * Starts a headless Chromium in which Chinese renders: the machine's own if it has one that starts, else the one
 * that an npm package ships, which needs nothing but the C library. Close it with `close()`.
 *
 * @throws where CHROME_PATH names a browser that does not start, or the packaged one does not
 */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const installed = systemChromium(env)
  if (!installed) return start(packagedChromium(browserDirectory))
  try {
    return await start(installed)
  } catch (failure) {
    // Ubuntu's `chromium-browser` is a stub that only tells one to install something; a named browser is meant.
    if (env.CHROME_PATH) throw failure
    return start(packagedChromium(browserDirectory))
  }
}
