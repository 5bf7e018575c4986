/** Tables of places that do not exist, for what the real five notices do not need; run as the command runs cases. */
import { join } from 'node:path'
import { loadTables, loadVocabulary, vocabularyFile } from '../../shared/policy/loadTables'
import { runCase } from '../cases/compare'
import { caseFiles, readCases } from '../cases/readCases'

const folder = join(__dirname, '../policy-invented')
const tablesFolder = join(folder, 'tables')
const tables = loadTables(tablesFolder)
const vocabulary = loadVocabulary(join(__dirname, '../../shared/policy', vocabularyFile), tablesFolder)

describe.each(caseFiles(folder).map((file) => readCases(file, vocabulary)))(
  '$policy',
  ({ policy, cases }) => {
    const table = tables.find(({ region, coverageYear }) => `${region}/${coverageYear}` === policy)

    it.each(cases.map((one) => ({ name: one.name, one })))('$name', ({ one }) => {
      if (!table) throw new Error(`no invented table for ${policy}`)
      expect(runCase(table, one)).toEqual([])
    })
  },
)

it('has cases for every invented table', () => {
  const tried = caseFiles(folder).map((file) => readCases(file, vocabulary).policy)
  expect(tried.sort()).toEqual(tables.map(({ region, coverageYear }) => `${region}/${coverageYear}`).sort())
})
