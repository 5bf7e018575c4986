import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/** A planted bug: one piece of one file, and what stands there instead. */
export interface Patch {
  /** From the root of the project. */
  file: string
  find: string
  replace: string
}

export const root = resolve(__dirname, '../..')

/**
 * The worker and all it runs as one text, as it is bundled for deployment: the development runner would wrap every function.
 * @throws Error where a patch does not fit exactly once.
 */
export async function bundleSimulation(patch?: Patch): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'test/simulation/worker.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
    plugins: patch ? [planted(patch)] : [],
  })
  return outputFiles[0]?.text ?? ''
}

/** The text of the patched file. @throws Error where `find` is not there exactly once. */
export function patchedText({ file, find, replace }: Patch): string {
  const text = readFileSync(join(root, file), 'utf8')
  const pieces = text.split(find)
  if (pieces.length !== 2) throw new Error(`not once but ${pieces.length - 1} times in ${file}: ${find}`)
  return pieces.join(replace)
}

const planted = (patch: Patch): Plugin => {
  const path = join(root, patch.file)
  const contents = patchedText(patch)
  return {
    name: 'planted bug',
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, (load) =>
        load.path === path ? { contents, loader: 'ts' } : undefined,
      )
    },
  }
}
