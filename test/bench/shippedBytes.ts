/** What a phone downloads to answer by itself: the rule module, minified, and one table as JSON; gzipped. */
import { join } from 'node:path'
import { Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { forResidents } from '../../shared/policy/forResidents'
import type { PolicyTable } from '../../shared/policy/table'
import type { assess } from '../../shared/rules/assess'

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

/**
 * `assess` out of a bundle, as the cloud functions and the monthly match run it: the command that runs this file
 * wraps every inner function to keep its name, which the bundles do not.
 */
export async function bundledAssess(): Promise<typeof assess> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'node20',
    write: false,
  })
  const loaded: { exports: { assess?: typeof assess } } = { exports: {} }
  const script = new Script(`(function (module, exports) {${outputFiles[0]?.text ?? ''}\n})`)
  const load = script.runInThisContext() as (module: unknown, exports: unknown) => void
  load(loaded, loaded.exports)
  if (!loaded.exports.assess) throw new Error('the bundle does not export assess')
  return loaded.exports.assess
}

export const shippedBytes = (module: string, table?: PolicyTable): number =>
  gzipSync(module + (table ? JSON.stringify(forResidents(table)) : ''), { level: 9 }).length
