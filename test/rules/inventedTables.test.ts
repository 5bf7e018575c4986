/** Tables of places that do not exist, for what the real five notices do not need; run as the command runs cases. */
import { checkTable } from '../../shared/policy/check/checkTable'
import { loadTableFile, tablePaths } from '../../shared/policy/loadTables'
import { assess } from '../../shared/rules/assess'
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

it('warns whoever would be covered only after the last day that the notice gives', () => {
  const table = inventedTables.find((one) => tableName(one) === 'yangli/2025')
  if (!table) throw new Error('yangli')
  const known = { residence: 'hukou', identities: [], otherCover: 'none', lastCovered: 2024 } as const
  const student = { ...known, student: 'pupil', born: '2012-05-01' }
  const on = (day: string, value: string) =>
    assess({ ...table, coverTo: { value, clause: '三(四)' } }, student, day).warnings.map(({ code }) => code)
  expect(on('2025-07-10', '2025-08-31')).toContain('noCoverageThisYear')
  expect(on('2025-07-10', '2025-10-31')).not.toContain('noCoverageThisYear')
  expect(on('2024-11-01', '2025-08-31')).not.toContain('noCoverageThisYear')
})

it.each(tablePaths(inventedFolder).filter((path) => !path.includes('.cases.')))('finds %s sound', (path) => {
  const { table, source } = loadTableFile(path)
  if (!table || !source) throw new Error(`${path} has not the shape of a table`)
  expect(checkTable(table, source, vocabulary)).toEqual([])
})
