import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of a built client. Tests look at what was built before them, they do not build.
 *
 * @throws where it is missing, with the command that makes it
 */
export function builtClient(kind: 'weapp' | 'h5'): string {
  const folder = join(__dirname, '..', '..', 'dist', kind)
  const first = kind === 'weapp' ? 'app.json' : 'index.html'
  if (existsSync(join(folder, first))) return folder
  throw new Error(
    `dist/${kind}/${first} is missing: run \`npm run build:${kind}\`, or \`npm test\`, which builds it`,
  )
}
