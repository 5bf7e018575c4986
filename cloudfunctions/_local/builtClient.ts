import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['client/src', 'config', 'shared', 'package.json', 'babel.config.js']
/** Served by the functions, never built in. */
const notBuiltIn = /[\\/]policy[\\/]tables[\\/]/

const pageOf = (root: string): string => join(root, 'dist/h5/index.html')

/** True where the H5 app is missing or older than what it is built from. */
export function isClientStale(root: string): boolean {
  const page = pageOf(root)
  if (!existsSync(page)) return true
  const built = statSync(page).mtimeMs
  return sources.some((source) => newest(join(root, source)) > built)
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !notBuiltIn.test(file))
    .reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), 0)
}

/** Builds the H5 app. @throws Error with the end of the builder's own words. */
export async function buildClient(root: string): Promise<void> {
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro')
  const builder = spawn(process.execPath, [taro, 'build', '--type', 'h5'], { cwd: root, stdio: 'pipe' })
  let said = ''
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000))
  builder.stdout.on('data', listen)
  builder.stderr.on('data', listen)
  const code = await new Promise((resolve) => builder.once('close', resolve))
  if (code !== 0 || !existsSync(pageOf(root))) throw new Error(`网页没有生成成功：\n${said}`)
}
