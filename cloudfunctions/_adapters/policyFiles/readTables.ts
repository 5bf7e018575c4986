import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { policyTable, type PolicyTable } from '../../../shared/policy/table'

/**
 * Reads every `<region>/<coverageYear>.yaml` of a folder. Shape only: the checker proves the rest.
 * @throws Error naming the file that is no policy table, or lies where its contents do not belong.
 */
export function readTables(folder: string): PolicyTable[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  )
  return files.sort().map((file) => readTable(folder, file))
}

function readTable(folder: string, file: string): PolicyTable {
  const read = z.safeParse(policyTable, parse(readFileSync(join(folder, file), 'utf8')))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  const { region, coverageYear } = read.data
  if (file !== join(region, `${coverageYear}.yaml`))
    throw new Error(`${file}: holds ${region}/${coverageYear}`)
  return read.data
}
