import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** A Chromium that can be started, and the libraries it brings along, if it does. */
export interface Chromium {
  executable: string
  libraries?: string
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The Chromium of this machine: CHROME_PATH, or one of the usual names in PATH. Undefined where there is none. */
export function systemChromium(env: NodeJS.ProcessEnv = process.env): Chromium | undefined {
  if (env.CHROME_PATH) return { executable: env.CHROME_PATH }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const executable = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => isExecutable(file))
  return executable ? { executable } : undefined
}

/** The package unpacks into the temporary directory of its process, so it gets a process and a directory of its own. */
function unpackInto(directory: string, packageDirectory: string): void {
  const script = `import('@sparticuz/chromium').then((it) => it.default.executablePath())`
  const unpacking = spawnSync(process.execPath, ['-e', script], {
    cwd: packageDirectory,
    encoding: 'utf8',
    // The package adds NSS and the other libraries a bare machine lacks only where it believes to be in this runtime.
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', NODE_OPTIONS: '' },
  })
  if (unpacking.status !== 0) throw new Error(`Chromium could not be unpacked: ${unpacking.stderr}`)
}

/** Moves what was unpacked into place in one step; where another process was faster, its copy is as good. */
function putInPlace(staging: string, place: string): void {
  try {
    renameSync(staging, place)
  } catch (failure) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(join(place, 'chromium'))) throw failure
  }
}

/**
 * The Chromium that the npm package `@sparticuz/chromium` ships, unpacked on first use.
 *
 * @param directory a directory of this project that may hold the 200 MB; a second call finds them there
 * @throws where the archive cannot be unpacked
 */
export function packagedChromium(directory: string): Chromium {
  const packageDirectory = dirname(dirname(dirname(require.resolve('@sparticuz/chromium'))))
  const { version } = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string
  }
  const place = join(directory, `chromium-${version}`)
  if (!existsSync(join(place, 'chromium'))) {
    mkdirSync(directory, { recursive: true })
    const staging = mkdtempSync(join(directory, 'unpacking-'))
    unpackInto(staging, packageDirectory)
    putInPlace(staging, place)
  }
  return { executable: join(place, 'chromium'), libraries: join(place, 'al2023', 'lib') }
}
