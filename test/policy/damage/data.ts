/** A table as plain data: places in it, and small changes at a place. */
import { isRecord } from '../../../shared/policy/check/examined'
import type { Path } from '../../../shared/policy/readTable'

export type Data = Record<string, unknown>

export function get(node: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)] as unknown
    return isRecord(at) ? at[key] : undefined
  }, node)
}

function parentOf(data: Data, path: Path): [unknown[] | Data, string | number] {
  const parent = get(data, path.slice(0, -1))
  const key = path.at(-1)
  if (key === undefined || (!Array.isArray(parent) && !isRecord(parent)))
    throw new Error(`no ${path.join('.')}`)
  return [parent, key]
}

export function set(data: Data, path: Path, value: unknown): void {
  const [parent, key] = parentOf(data, path)
  if (Array.isArray(parent)) parent[Number(key)] = value
  else parent[key] = value
}

export function remove(data: Data, path: Path): void {
  const [parent, key] = parentOf(data, path)
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}

/** Gives a key another name and leaves it where it stands. */
export function rename(data: Data, path: Path, name: string): void {
  const [parent, key] = parentOf(data, path)
  if (Array.isArray(parent)) throw new Error('a list has no keys')
  const entries = Object.entries(parent)
  for (const [old] of entries) delete parent[old]
  for (const [old, value] of entries) parent[old === key ? name : old] = value
}

/** Every place whose path, written `phases.*.terms.*`, matches; `**` stands for any depth. */
export function places(
  data: unknown,
  pattern: string,
  where: (value: unknown) => boolean = () => true,
): Path[] {
  const found: Path[] = []
  const search = (node: unknown, [step, ...rest]: readonly string[], path: Path): void => {
    if (step === undefined) {
      if (node !== undefined && where(node)) found.push(path)
      return
    }
    const below = childrenOf(node)
    if (step === '**') {
      search(node, rest, path)
      for (const [key, value] of below) search(value, ['**', ...rest], [...path, key])
      return
    }
    for (const [key, value] of below)
      if (step === '*' || step === String(key)) search(value, rest, [...path, key])
  }
  search(data, pattern.split('.'), [])
  return found
}

function childrenOf(node: unknown): [string | number, unknown][] {
  if (Array.isArray(node)) return node.map((value: unknown, at) => [at, value])
  return isRecord(node) ? Object.entries(node) : []
}

export const textAt = (data: Data, path: Path): string => String(get(data, path))
export const numberAt = (data: Data, path: Path): number => Number(get(data, path))
export const listAt = (data: Data, path: Path): unknown[] => get(data, path) as unknown[]
export const yearOfTable = (data: Data): number => Number(data.coverageYear)

export const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
export const isNumber = (value: unknown): boolean => typeof value === 'number'
export const isText = (value: unknown): boolean => typeof value === 'string'
export const isList = (value: unknown): boolean => Array.isArray(value)

export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
