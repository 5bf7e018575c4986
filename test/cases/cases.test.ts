import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTables, loadVocabulary } from '../../shared/policy/loadTables'
import { differences, personOf } from './compare'
import { assess } from '../../shared/rules/assess'
import { heard } from '../heard'
import { caseFiles, readCases } from './readCases'
import { runCases } from './run'

const policyFolder = join(__dirname, '../../shared/policy')
const tables = loadTables(join(policyFolder, 'tables'))
const vocabulary = loadVocabulary(join(policyFolder, 'vocabulary.yaml'))

describe.each(caseFiles(__dirname))('%s', (file) => {
  const { policy, cases } = readCases(file, vocabulary)
  const table = tables.find(({ region, coverageYear }) => `${region}/${coverageYear}` === policy)
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(table).toBeDefined()
    if (table) expect(differences(assess(table, personOf(one.person), one.on), one.expect)).toEqual([])
  })
})

test('every scenario that concerns a resident has a case of its number', () => {
  const written = caseFiles(__dirname)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const numbers: Record<string, number> = { SD21: 14, SD24: 19, DX21: 14, PB20: 19, CQ21: 8 }
  const ofStaff = ['SD24-15', 'SD24-16']
  const residents = Object.entries(numbers)
    .flatMap(([series, last]) =>
      Array.from({ length: last }, (_, i) => `${series}-${String(i + 1).padStart(2, '0')}`),
    )
    .filter((id) => !ofStaff.includes(id))
  expect(residents.filter((id) => !written.includes(`name: ${id} `))).toEqual([])
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cases '))
  const run = (text: string, ...more: string[]): { status: number; output: string } => {
    const file = join(folder, 'tried.yaml')
    writeFileSync(file, text)
    const { status, out, err } = heard(() => runCases([file, ...more]))
    return { status, output: out + err }
  }
  const holding = `policy: shandan/2024
cases:
  - name: plain
    on: 2023-11-01
    person: { residence: hukou, identities: [], otherCover: none, lastCovered: 2023 }
    expect: { due: 380 }
`

  test('a process of its own ends with what it answers', () => {
    const file = join(folder, 'own.yaml')
    const args = ['--require', 'tsx/cjs', join(__dirname, 'run.ts'), file]
    for (const [text, code] of [
      [holding, 0],
      [holding.replace('380', '130'), 1],
    ] as const) {
      writeFileSync(file, text)
      expect(spawnSync(process.execPath, args).status).toBe(code)
    }
  })

  test('passes when every case holds, quoted days and JSON alike', () => {
    expect(run(holding).status).toBe(0)
    const json = JSON.stringify({
      policy: 'shandan/2024',
      cases: [{ name: 'x', on: '2023-11-01', person: { identities: [] }, expect: { due: 380 } }],
    })
    expect(run(json).status).toBe(0)
  })

  test('prints expected and actual when a case fails', () => {
    const { status, output } = run(holding.replace('due: 380', 'due: 130'))
    expect(status).toBe(1)
    expect(output).toContain('due: expected 130, was 380')
  })

  test.each([
    ['an unknown key', holding.replace('due: 380', 'dew: 380')],
    ['a policy without a table', holding.replace('shandan/2024', 'shandan/2025')],
    ['an undeclared identity', holding.replace('identities: []', 'identities: [rich]')],
    ['an impossible day', holding.replace('2023-11-01', '2023-02-30')],
    ['broken YAML', `${holding}  - name: [`],
    ['nothing that is expected', holding.replace('{ due: 380 }', '{}')],
    ['a slip of typing under not', holding.replace('due: 380', 'not: { reasons: [windowClose] }')],
    ['references that grow beyond reason', `a: &a [1,1]\nb: &b [*a,*a]\n${holding.replace('[]', '*b')}`],
    ['another encoding', holding.replace('plain', '\uFFFD')],
    ['a list in place of a file', '- 1'],
    ['no cases at all', 'policy: shandan/2024\ncases: []\n'],
  ])('%s is an error, not a pass', (_, text) => {
    expect(run(text).status).toBe(2)
  })
})
