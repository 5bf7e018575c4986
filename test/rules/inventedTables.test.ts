/** Tables of places that do not exist, for what the real five notices do not need; run as the command runs cases. */
import { checkTable } from '../../shared/policy/check/checkTable'
import { loadTableFile, tablePaths } from '../../shared/policy/loadTables'
import { runCase } from '../cases/compare'
import { caseFiles, readCases } from '../cases/readCases'
import { inventedFolder, inventedTables, tableName, vocabulary } from './allTables'

const files = caseFiles(inventedFolder).map((file) => readCases(file, vocabulary))

describe.each(files)('$policy', ({ policy, cases }) => {
  const table = inventedTables.find((one) => tableName(one) === policy)

  it.each(cases.map((one) => ({ name: one.name, one })))('$name', ({ one }) => {
    if (!table) throw new Error(`no invented table for ${policy}`)
    expect(runCase(table, one)).toEqual([])
  })
})

it('has cases for every invented table', () => {
  expect(files.map(({ policy }) => policy).sort()).toEqual(inventedTables.map(tableName).sort())
})

it.each(tablePaths(inventedFolder).filter((path) => !path.includes('.cases.')))('finds %s sound', (path) => {
  const { table, source } = loadTableFile(path)
  if (!table || !source) throw new Error(`${path} has not the shape of a table`)
  expect(checkTable(table, source, vocabulary)).toEqual([])
})
