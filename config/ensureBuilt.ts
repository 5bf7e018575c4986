import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..')

/** What can be built, by the npm script that builds it. */
export type Build = 'h5' | 'weapp' | 'functions'

interface Recipe {
  /** Files and folders whose content decides what comes out. */
  from: string[]
  /** A file that is there once the build has worked. */
  result: string
}

const settings = ['package.json', 'package-lock.json', 'tsconfig.json']
const client = ['client', 'shared', 'config', 'babel.config.js', 'project.config.json', ...settings]
const recipes: Record<Build, Recipe> = {
  h5: { from: client, result: 'dist/h5/index.html' },
  weapp: { from: client, result: 'dist/weapp/app.json' },
  functions: {
    from: ['cloudfunctions', 'shared', 'config', 'cloudbaserc.json', ...settings],
    result: 'dist/cloudfunctions',
  },
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)))
}

/** One hash over names and contents: a checkout gives files new times, but not new contents. */
function fingerprint(recipe: Recipe): string {
  const hash = createHash('sha256')
  for (const file of recipe.from.flatMap((it) => filesOf(path.join(root, it)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function run(script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: string[] = []
    child.stdout.on('data', (piece: Buffer) => output.push(piece.toString()))
    child.stderr.on('data', (piece: Buffer) => output.push(piece.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm run ${script} ended with ${code}\n${output.join('')}`)),
    )
  })
}

/**
 * Builds one of the outputs unless what lies in `dist/` was built from exactly these sources. Says what it does.
 *
 * @throws with the build's own words where it fails
 */
export async function ensureBuilt(build: Build): Promise<void> {
  const recipe = recipes[build]
  const stamp = path.join(root, 'dist', `.${build}-built-from`)
  const result = path.join(root, recipe.result)
  const current = fingerprint(recipe)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) {
    console.log(`${build}: as built before`)
    return
  }
  const started = Date.now()
  console.log(`${build}: building …`)
  rmSync(stamp, { force: true })
  await run(`build:${build}`)
  if (!existsSync(result))
    throw new Error(`npm run build:${build} ended well, but there is no ${recipe.result}`)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, current)
  console.log(`${build}: built in ${Math.round((Date.now() - started) / 1000)} s`)
}
