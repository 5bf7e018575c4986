import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { assess } from '../../shared/rules/assess'
import { checkTable } from '../../shared/policy/check/checkTable'
import { parseYaml, readTable } from '../../shared/policy/readTable'
import type { PolicyTable } from '../../shared/policy/table'
import { vocabularyShape, type Vocabulary } from '../../shared/policy/vocabulary'
import { caseFile } from '../cases/caseFile'
import { differences, personOf } from '../cases/compare'
import { copy, type Data } from './damage/data'
import { faultsIn, textOf, vocabulary } from './damage/tryDamage'

const guide = readFileSync(join(__dirname, '../../docs/add-a-county-year.md'), 'utf8')

interface Example {
  kind: string
  text: string
  line: number
}

const examples: readonly Example[] = [...guide.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].map(
  (match) => ({
    kind: match[1] ?? '',
    text: match[2] ?? '',
    line: guide.slice(0, match.index).split('\n').length + 1,
  }),
)

const ofKind = (kind: string): Example[] => examples.filter((example) => example.kind === kind)

/** The one whole table of the guide, in its place. */
const [whole] = ofKind('table')
const file = 'drafts/qinghe/2025.yaml'
const wholeData = parse(whole?.text ?? '', { schema: 'core' }) as Data

const withSections = (sections: Data): string => textOf({ ...copy(wholeData), ...sections })

/** Sections that the whole table has for other reasons and that no example of ours needs. */
const withoutFiscal = ({ fiscal: _, ...rest }: Data): Data => rest

describe('docs/add-a-county-year.md', () => {
  it('marks every example with what it is', () => {
    expect(guide.match(/^```yaml\n/gm)).toBeNull()
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(
      new Set(['table', 'section', 'when', 'value', 'vocabulary', 'cases']),
    )
  })

  it('shows a whole table that is sound', () => {
    expect(faultsIn(file, whole?.text ?? '')).toEqual([])
  })

  it.each(ofKind('section'))('shows sections that are sound in that table (line $line)', ({ text }) => {
    const sections = parse(text, { schema: 'core' }) as Data
    expect(faultsIn(file, textOf(withoutFiscal({ ...copy(wholeData), ...sections })))).toEqual([])
  })

  it.each(ofKind('when'))('shows conditions a table can use (line $line)', ({ text }) => {
    for (const when of parse(text, { schema: 'core' }) as unknown[]) {
      const source = parseYaml(file, withSections({ documents: [{ when, allOf: ['idCard'], clause: '三' }] }))
      expect(Array.isArray(source) ? source : readTable(source)).toHaveProperty('region')
      expect(
        faultsIn(file, withSections({ documents: [{ when, allOf: ['idCard'], clause: '三' }] })),
      ).toEqual([])
    }
  })

  it.each(ofKind('value'))('shows open forms a table can use (line $line)', ({ text }) => {
    const [first, ...tiers] = copy(wholeData.subsidies) as Data[]
    for (const amount of parse(text, { schema: 'core' }) as unknown[]) {
      const subsidies = [first, ...tiers.slice(0, -1), { ...tiers.at(-1), amount }]
      expect(faultsIn(file, withSections({ subsidies }))).toEqual([])
    }
  })

  it.each(ofKind('vocabulary'))('shows words that can be added and used (line $line)', ({ text }) => {
    const empty = Object.fromEntries(Object.keys(vocabulary).map((kind) => [kind, {}]))
    const added = vocabularyShape.parse({ ...empty, ...(parse(text) as object) })
    const words: Vocabulary = { ...vocabulary, identities: { ...vocabulary.identities, ...added.identities } }
    const subsidies = [
      ...(copy(wholeData.subsidies) as Data[]),
      { identities: ['hardshipWorker/1'], amount: { yuan: 50 }, settlement: 'netCollection', clause: '四' },
    ]
    const source = parseYaml(file, withSections({ subsidies }))
    const table = Array.isArray(source) ? source : readTable(source)
    if (Array.isArray(source) || Array.isArray(table)) throw new Error('the table does not read')
    expect(checkTable(table, source, words)).toEqual([])
    expect(checkTable(table, source, vocabulary).map(({ rule }) => rule)).toEqual(['unknown-code'])
  })

  it.each(ofKind('cases'))('shows cases that hold (line $line)', ({ text }) => {
    const source = parseYaml(file, whole?.text ?? '')
    const table = Array.isArray(source) ? source : readTable(source)
    const { policy, cases } = caseFile.parse(parse(text, { schema: 'core' }))
    expect(policy).toBe('qinghe/2025')
    for (const one of cases)
      expect([
        one.name,
        differences(assess(table as PolicyTable, personOf(one.person), one.on), one.expect),
      ]).toEqual([one.name, []])
  })

  it('names every rule the checker has, and no other', () => {
    const cells = [...guide.slice(guide.indexOf('## 检查命令查什么')).matchAll(/^\| (`[^|]+) \|/gm)]
    const named = cells.flatMap(([, cell = '']) => cell.replaceAll('`', '').split(' '))
    expect(new Set(named)).toEqual(rulesInSource())
  })
})

/** Rule names as the checker's files write them. */
function rulesInSource(): Set<string> {
  const folder = join(__dirname, '../../shared/policy')
  const names = new Set(['yaml', 'shape'])
  for (const path of readdirSync(join(folder, 'check'))) {
    const text = readFileSync(join(folder, 'check', path), 'utf8').replaceAll(/^import .*$/gm, '')
    for (const [, rule] of text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) if (rule) names.add(rule)
    for (const [, rule] of text.matchAll(/fault\(\[\.\.\.path, '\w+'\], '([a-z]+)', message/g))
      if (rule) names.add(rule)
  }
  return names
}
