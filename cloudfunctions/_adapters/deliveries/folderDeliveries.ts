/** Hands files over by putting them into a folder a department, each whole or not at all. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deliveries } from '../../_ports/deliveries'

/** `<folder>/<department>/<file>`. A file that is there already is received if it is this one, and never overwritten. */
export function folderDeliveries(folder: string, departments: readonly string[]): Deliveries {
  return {
    departmentsOf: () => departments,
    async deliver({ department, fileName, content, sha256 }) {
      const place = join(folder, department)
      const file = join(place, fileName)
      if (existsSync(file)) return hashOf(readFileSync(file)) === sha256 ? 'received' : 'refused'
      mkdirSync(place, { recursive: true, mode: 0o700 })
      const unfinished = join(place, `.${fileName}.${randomUUID()}`)
      writeFileSync(unfinished, content, { mode: 0o600, flush: true })
      renameSync(unfinished, file)
      return 'received'
    },
  }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
