/** The five notices and the invented places, with one vocabulary for all of them. */
import { join } from 'node:path'
import { loadTables, loadVocabulary, vocabularyFile } from '../../shared/policy/loadTables'
import type { PolicyTable } from '../../shared/policy/table'

const policyFolder = join(__dirname, '../../shared/policy')
export const inventedFolder = join(__dirname, '../policy-invented')
const inventedTablesFolder = join(inventedFolder, 'tables')

export const realTables = loadTables(join(policyFolder, 'tables'))
export const inventedTables = loadTables(inventedTablesFolder)
export const allTables: readonly PolicyTable[] = [...realTables, ...inventedTables]
export const vocabulary = loadVocabulary(join(policyFolder, vocabularyFile), inventedTablesFolder)

export const tableName = ({ region, coverageYear }: PolicyTable): string => `${region}/${coverageYear}`
