/** `npm run build:functions`: one bundle per trust boundary, with the policy tables beside it, ready for CloudBase. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { loadTables } from '../shared/policy/loadTables'

export interface BuiltFunction {
  name: string
  folder: string
  /** What went into the bundle, and how many bytes of it. */
  metafile: Metafile
}

export const functionNames = ['resident', 'staff', 'payment-notify', 'certificate-check', 'jobs'] as const

const root = resolve(__dirname, '..')

/** What records and forms are set in: too large for a bundle, and read only when something is printed. */
const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

/** The functions that print, each with the font beside it. */
const printing = ['resident', 'staff']

/** Bundles every function into `<out>/<name>`: index.js, package.json and tables.json. */
export async function buildFunctions(out: string): Promise<BuiltFunction[]> {
  const tables = JSON.stringify(loadTables(join(root, 'shared/policy/tables')))
  return Promise.all(functionNames.map((name) => buildFunction(name, join(out, name), tables)))
}

async function buildFunction(name: string, folder: string, tables: string): Promise<BuiltFunction> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'cloudfunctions', name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // As a module of its own kind it looks for files beside itself, and a bundle has lost where that was.
    alias: { pdfkit: require.resolve('pdfkit') },
    minify: true,
    keepNames: true,
    metafile: true,
    logLevel: 'error',
  })
  writeFileSync(join(folder, 'tables.json'), tables)
  if (printing.includes(name)) copyFileSync(font, join(folder, 'font.ttf'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '0.0.0', private: true, main: 'index.js' }),
  )
  return { name, folder, metafile }
}

async function main(): Promise<void> {
  for (const { name, metafile } of await buildFunctions(join(root, 'dist/cloudfunctions'))) {
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
    process.stdout.write(`${name}: ${Math.round(bytes / 1024)} KB\n`)
  }
}

if (require.main === module) void main()
