import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../weapp/compile'

/** Bytes of a built mini-program, by the package a file is loaded with. */
export interface PackageSizes {
  main: number
  /** By the root folder of each subpackage, as app.json names it, without a slash at the end. */
  subpackages: Record<string, number>
}

interface AppSettings {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/** Weighs what WeChat would load: every file, by the subpackage it lies in, the rest in the main package. */
export function packageSizes(dist: string): PackageSizes {
  const settings = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppSettings
  const listed = settings.subPackages ?? settings.subpackages ?? []
  const roots = listed.map(({ root }) => root.replace(/^\/|\/$/g, ''))
  const sizes: PackageSizes = { main: 0, subpackages: Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const file of filesBelow(dist)) {
    const bytes = statSync(join(dist, file)).size
    const root = roots.find((it) => file.startsWith(`${it}/`))
    if (root === undefined) sizes.main += bytes
    else sizes.subpackages[root] = (sizes.subpackages[root] ?? 0) + bytes
  }
  return sizes
}
