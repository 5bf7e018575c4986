/** Slips of typing: what YAML and the shape of a table notice. */
import { get, isDay, isList, isNumber, places, remove, rename, set, textAt, type Data } from './data'
import { damage, textDamage, type Damage } from './kind'
import type { Path } from '../../../shared/policy/readTable'

const required = [
  [
    'region',
    'place',
    'coverageYear',
    'coverageYearClause',
    'notice',
    'offices',
    'ask',
    'fee',
    'phases',
    'coverTo',
  ],
  ['eligibility', 'exclusions', 'subsidies', 'severalIdentities', 'newborn', 'channels', 'refund'],
].flat()

const sum = ['fee.*.yuan', 'subsidies.*.amount.yuan', 'workFund.steps.*.yuanPerHead', 'fiscal.parts.*.yuan']

/** Rows in which a clause is required, by section. */
const cited: Readonly<Record<string, string>> = {
  fee: 'fee.*.clause',
  fiscal: 'fiscal.clause',
  phases: 'phases.*.clause',
  coverTo: 'coverTo.clause',
  eligibility: 'eligibility.*.clause',
  exclusions: 'exclusions.*.clause',
  documents: 'documents.*.clause',
  subsidies: 'subsidies.*.clause',
  severalIdentities: 'severalIdentities.clause',
  recognisedLater: 'recognisedLater.*.clause',
  reimbursement: 'reimbursement.clause',
  newborn: 'newborn.clause',
  'newborn stages': 'newborn.stages.*.clause',
  channels: 'channels.*.clause',
  refund: 'refund.steps.*.clause',
  collectionDetail: 'collectionDetail.clause',
  targets: 'targets.clause',
  rates: 'rates.*.clause',
  specialGroups: 'specialGroups.*.clause',
  urging: 'urging.*.clause',
  workFund: 'workFund.clause',
  remarks: 'remarks.*.clause',
}

const lostClauses = Object.entries(cited).map(([section, pattern]) =>
  damage(`clause lost: ${section}`, 'shape', (data) => citedPlaces(data, pattern), remove),
)

/** A clause beside `unstated` may be left out outside of newborn and channels: the row's clause stands for it. */
function citedPlaces(data: Data, pattern: string): Path[] {
  const found = places(data, pattern)
  return found.filter((path) => {
    const around = get(data, path.slice(0, -1)) as Data
    return !('unstated' in around) || path[0] === 'newborn'
  })
}

const namedKeys = [
  'fee.*.yuan',
  'phases.*.terms',
  'subsidies.*.amount',
  'eligibility.*.enroll',
  'notice.issuer',
  'refund.oncePaid',
  'phases.*.from',
]

export const shapeDamage: readonly Damage[] = [
  ...lostClauses,
  damage('section lost', 'shape', required, remove),
  damage('time of day of a clock that has none', 'shape', 'collectionDetail.byNextDay', (data, path) =>
    set(data, path, textAt(data, path).replace(/^\d\d/, '25')),
  ),
  damage(
    'section of the wrong type',
    'shape',
    ['fee', 'phases', 'subsidies', 'channels', 'newborn', 'refund'],
    (data, path) => set(data, path, '见通知'),
  ),
  damage(
    'required list emptied',
    'shape',
    ['fee', 'phases', 'phases.*.terms', 'eligibility', 'channels', 'newborn.stages', 'targets.rows'],
    (data, path) => set(data, path, []),
    isList,
  ),
  damage(
    'codes emptied',
    'shape',
    ['subsidies.*.identities', 'eligibility.*.when.residence'],
    (data, path) => set(data, path, []),
    isList,
  ),
  damage('key misspelt', 'shape', namedKeys, (data, path) => rename(data, path, `${String(path.at(-1))}s`)),
  damage(
    'unknown key added',
    'shape',
    ['fee.*', 'phases.*', 'subsidies.*', 'newborn', 'notice'],
    (data, path) => set(data, [...path, 'remark'], '备注'),
  ),
  damage('clause emptied', 'shape', '**.clause', (data, path) => set(data, path, '')),
  damage('clause list emptied', 'shape', '**.clause', (data, path) => set(data, path, [])),
  damage('yuan as text', 'shape', sum, (data, path) => set(data, path, textAt(data, path)), isNumber),
  damage(
    'yuan with its unit',
    'shape',
    sum,
    (data, path) => set(data, path, `${textAt(data, path)}元`),
    isNumber,
  ),
  damage('yuan left empty', 'shape', sum, (data, path) => set(data, path, null), isNumber),
  damage(
    'yuan negative',
    'shape',
    sum,
    (data, path) => set(data, path, -Number(get(data, path)) || -1),
    isNumber,
  ),
  damage(
    'yuan with half a fen',
    'shape',
    sum,
    (data, path) => set(data, path, Number(get(data, path)) + 0.005),
    isNumber,
  ),
  damage('year as text', 'shape', ['coverageYear', 'notice.titleYear'], (data, path) =>
    set(data, path, textAt(data, path)),
  ),
  damage('year beyond reason', 'shape', ['coverageYear'], (data, path) => set(data, path, 20211)),
  damage('percent 150', 'shape', 'subsidies.*.amount.percent', (data, path) => set(data, path, 150)),
  damage('rate 950', 'shape', 'rates.*.percent', (data, path) => set(data, path, 950)),
  damage('percent negative', 'shape', 'subsidies.*.amount.percent', (data, path) => set(data, path, -30)),
  damage('head count negative', 'shape', 'targets.rows.*.values.*', (data, path) => set(data, path, -5)),
  damage('head count in pieces', 'shape', 'targets.total.*', (data, path) => set(data, path, 1.5)),
  damage(
    '30 February',
    'shape',
    '**',
    (data, path) => set(data, path, `${textAt(data, path).slice(0, 4)}-02-30`),
    isDay,
  ),
  damage(
    'month 13',
    'shape',
    '**',
    (data, path) => set(data, path, `${textAt(data, path).slice(0, 4)}-13-01`),
    isDay,
  ),
  damage(
    'day with slashes',
    'shape',
    '**',
    (data, path) => set(data, path, textAt(data, path).replaceAll('-', '/')),
    isDay,
  ),
  damage(
    'day without zeros',
    'shape',
    '**',
    (data, path) => set(data, path, `${textAt(data, path).slice(0, 4)}-9-1`),
    isDay,
  ),
  damage('day in Chinese', 'shape', '**', (data, path) => set(data, path, '2020年9月1日'), isDay),
  damage(
    'settlement misspelt',
    'shape',
    'subsidies.*.settlement',
    (data, path) => set(data, path, 'paidOnbehalf'),
    (value) => value !== undefined,
  ),
  damage('phase of an unknown kind', 'shape', 'phases.*.phase', (data, path) => set(data, path, 'open')),
  damage('refund by an unknown way', 'shape', 'refund.way.value', (data, path) => set(data, path, 'wechat')),
  damage('enroll of an unknown kind', 'shape', 'eligibility.*.enroll', (data, path) =>
    set(data, path, 'yes'),
  ),
  damage(
    'code in Chinese',
    'shape',
    ['subsidies.*.identities.0', 'eligibility.*.when.residence.0'],
    (data, path) => set(data, path, '农村低保'),
  ),
  damage('code in capitals', 'shape', ['subsidies.*.identities.0', 'channels.*.channel'], (data, path) =>
    set(
      data,
      path,
      textAt(data, path).replace(/^./, (first) => first.toUpperCase()),
    ),
  ),
  damage('when of an unknown key', 'shape', ['fee.*', 'phases.*.terms.*', 'eligibility.*'], (data, path) =>
    set(data, [...path, 'when'], { hukou: true }),
  ),
  damage('when as an expression', 'shape', ['fee.*', 'phases.*.terms.*', 'eligibility.*'], (data, path) =>
    set(data, [...path, 'when'], 'age >= 60'),
  ),
  damage('notice id in Chinese', 'shape', 'notice.id', (data, path) => set(data, path, '2021年通知')),
  textDamage('key written twice', 'yaml', (text) => text.replace(/^ask: .*$/m, '$&\n$&')),
  textDamage('tab for indentation', 'yaml', (text) => text.replace(/^ {2}id: /m, '\tid: ')),
  textDamage('indentation broken', 'yaml', (text) => text.replace(/^ {2}titleYear: /m, ' titleYear: ')),
  textDamage('bracket not closed', 'yaml', (text) => text.replace(/^ask: .*$/m, 'ask: [countyBureau')),
  textDamage('quote not closed', 'yaml', (text) => text.replace(/^ask: .*$/m, 'ask: "countyBureau')),
  textDamage('tag of a program', 'yaml', (text) => text.replace(/^fee:/m, 'fee: !!js/function')),
  textDamage('mark of direction pasted along', 'yaml', (text) => text.replace(/^ {2}title: /m, '$&\u202E')),
  textDamage('space of no width in a name', 'yaml', (text) => text.replace(/^ {2}issuer: ./m, '$&\u200B')),
  textDamage('saved in another encoding', 'yaml', (text) => text.replace(/^ {2}issuer: ./m, '$&\uFFFD')),
  textDamage('references that grow beyond reason', 'yaml', (text) =>
    [
      'a0: &a0 [1]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`),
      text,
    ].join('\n'),
  ),
  damage('text of blanks', 'shape', ['notice.title', 'notice.issuer', 'place.name', 'ask'], (data, path) =>
    set(data, path, '  '),
  ),
  textDamage('file emptied', 'shape', () => ''),
  textDamage('file without keys', 'shape', () => '- 山丹县\n- 2021\n'),
]
