import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(__dirname, '../..')

/**
 * Bundles scripts into a folder, as the functions are bundled: the command that runs the benches wraps every inner function to keep its
 * name, which costs the rules a third and a roster's rows a quarter.
 */
export const bundleScripts = (folder: string, scripts: readonly string[]) =>
  build({
    entryPoints: [...scripts],
    bundle: true,
    platform: 'node',
    packages: 'external',
    format: 'cjs',
    target: 'node20',
    outdir: folder,
    logLevel: 'error',
  })

/** What a bundled script outside of the project needs to find the packages. */
export const bundledEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_PATH: join(root, 'node_modules'),
})
