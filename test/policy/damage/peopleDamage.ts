/** Slips in whom a row is for: codes, tiers, rows that overlap or are lost. */
import type { Path } from '../../../shared/policy/readTable'
import { addDays } from '../../../shared/rules/civilDay'
import { copy, get, isDay, isText, listAt, places, remove, set, textAt, type Data } from './data'
import { damage, type Damage } from './kind'

const firstCodes = (data: Data, list: string): Path[] => places(data, `${list}.0`, isText)

const several = (data: Data, pattern: string): Path[] =>
  places(data, pattern).filter((path) => listAt(data, path.slice(0, -1)).length > 1)

const unconditional = (data: Data): Path[] =>
  places(data, 'phases.*.terms.*').filter((path) => get(data, [...path, 'when']) === undefined)

const duplicate = (data: Data, path: Path): void => {
  listAt(data, path.slice(0, -1)).push(copy(get(data, path)))
}

/** An identity of one tier that stands in no condition of its own, to be put into another tier. */
const putIntoNextTier = (data: Data, path: Path): void => {
  const tiers = listAt(data, ['subsidies'])
  const next = (Number(path[1]) + 1) % tiers.length
  listAt(data, ['subsidies', next, 'identities']).push(get(data, [...path, 'identities', 0]))
}

const plainTiers = (data: Data): Path[] =>
  places(data, 'subsidies.*').filter((path) => {
    const next = (Number(path[1]) + 1) % listAt(data, ['subsidies']).length
    const rows = [get(data, path), get(data, ['subsidies', next])] as Data[]
    return rows[0] !== rows[1] && rows.every((row) => !row.recognised && !row.when)
  })

export const peopleDamage: readonly Damage[] = [
  damage('alternatives of one paper', 'one-of-one', ['eligibility.*'], (data, path) =>
    set(data, [...path, 'documents'], { oneOf: ['idCard'] }),
  ),
  damage(
    'stage without its cover',
    'stage-unfinished',
    (data) =>
      places(data, 'newborn.stages.*.cover').filter((path) => get(data, [...path.slice(0, -1), 'charge'])),
    remove,
  ),
  damage('stage that says nothing', 'stage-unfinished', 'newborn.stages.*', (data, path) =>
    set(data, path, { clause: '一' }),
  ),
  damage('clause with full-width brackets', 'clause-form', '**.clause', (data, path) =>
    set(data, path, '五（二）'),
  ),
  damage('clause in words', 'clause-form', '**.clause', (data, path) => set(data, path, '见通知')),
  damage('clause with a space', 'clause-form', '**.clause', (data, path) => set(data, path, '五(二) 3')),
  damage('clause of an unknown notice', 'clause-notice', '**.clause', (data, path) =>
    set(data, path, 'elsewhere-2021#五'),
  ),
  damage('clause named twice', 'clause-twice', '**.clause', (data, path) => set(data, path, ['一', '一'])),
  damage(
    'identity misspelt',
    'unknown-code',
    (data) => firstCodes(data, 'subsidies.*.identities'),
    (data, path) => set(data, path, 'ruralDibo'),
  ),
  damage(
    'grade that does not exist',
    'unknown-code',
    (data) => firstCodes(data, 'subsidies.*.identities'),
    (data, path) => set(data, path, 'ruralDibao/9'),
  ),
  damage(
    'residence misspelt',
    'unknown-code',
    (data) => firstCodes(data, 'eligibility.*.when.residence'),
    (data, path) => set(data, path, 'hukuo'),
  ),
  damage('student kind misspelt', 'unknown-code', ['eligibility.*'], (data, path) =>
    set(data, [...path, 'when', 'student'], ['collegeStudent']),
  ),
  damage(
    'paper misspelt',
    'unknown-code',
    (data) => [...places(data, '**.documents.allOf.0'), ...places(data, 'documents.*.oneOf.0', isText)],
    (data, path) => set(data, path, 'idCart'),
  ),
  damage('channel misspelt', 'unknown-code', 'channels.*.channel', (data, path) =>
    set(data, path, 'wechatPay'),
  ),
  damage('code twice in a list', 'code-twice', ['subsidies.*.identities'], (data, path) =>
    listAt(data, path).push(listAt(data, path)[0]),
  ),
  damage('kind beside its grade', 'code-and-its-grade', ['subsidies.*.identities'], (data, path) =>
    listAt(data, path).push('disability', 'disability/4'),
  ),
  damage('identity put into another tier', 'identity-in-two-tiers', plainTiers, putIntoNextTier),
  damage('tier copied', ['identity-in-two-tiers', 'same-row-twice'], 'subsidies.*', duplicate),
  damage(
    'tier that never wins',
    'tier-never-wins',
    (data) =>
      places(data, 'subsidies.*.amount', (amount) => amount === 'full').length > 0
        ? places(data, 'subsidies')
        : [],
    (data, path) => {
      const full = (listAt(data, path) as Data[]).find(
        ({ amount, recognised }) => amount === 'full' && !recognised,
      )
      const [identity] = full?.identities as string[]
      listAt(data, path).push({
        identities: ['povertyMargin'],
        when: { identities: { allOf: [identity] }, sex: 'female' },
        amount: { yuan: 5 },
        settlement: 'unstated',
        clause: '一',
      })
    },
  ),
  damage('tier for nobody', 'holds-for-nobody', 'subsidies.*', (data, path) =>
    set(data, [...path, 'when'], { identities: { noneOf: get(data, [...path, 'identities']) } }),
  ),
  damage(
    'tiers lost, their account kept',
    'subsidies-lost',
    (data) => places(data, 'subsidies').filter(() => data.subsidyScope !== undefined),
    (data, path) => set(data, path, []),
  ),
  damage(
    'later recognition of the unsubsidised',
    'not-subsidised',
    (data) => (data.recognisedLater ? [['recognisedLater', 0]] : []),
    (data, path) => set(data, [...path, 'when'], { identities: ['warVeteran'] }),
  ),
  damage(
    'later recognition copied',
    ['recognised-later-overlap', 'same-row-twice'],
    'recognisedLater.*',
    duplicate,
  ),
  damage('eligibility row lost', 'eligibility-hole', 'eligibility.*', remove),
  damage('eligibility row copied', ['eligibility-overlap', 'same-row-twice'], 'eligibility.*', duplicate),
  damage(
    'residence put into another row',
    'eligibility-overlap',
    (data) => firstCodes(data, 'eligibility.*.when.residence').filter((path) => Number(path[1]) > 0),
    (data, path) => {
      const before = ['eligibility', Number(path[1]) - 1, 'when']
      set(data, before, {
        residence: [...(listAt(data, [...before, 'residence']) as string[]), get(data, path)],
      })
    },
  ),
  damage(
    'residence lost from a row',
    'eligibility-hole',
    (data) => places(data, 'eligibility.*.when.residence').filter((path) => listAt(data, path).length > 1),
    (data, path) => listAt(data, path).splice(0, 1),
  ),
  damage('nobody may enroll', 'nobody-may-enroll', 'eligibility', (data) => {
    for (const place of places(data, 'eligibility.*.enroll')) set(data, place, 'unstated')
  }),
  damage('papers announced, none listed', 'no-documents', ['eligibility.*', 'exclusions.*'], (data, path) =>
    set(data, [...path, 'documents'], {}),
  ),
  damage('terms row lost', 'terms-hole', (data) => several(data, 'phases.*.terms.*'), remove),
  damage('terms row copied', ['terms-overlap', 'same-row-twice'], 'phases.*.terms.*', duplicate),
  damage('terms for everyone added', 'terms-overlap', 'phases.*.terms', (data, path) =>
    listAt(data, path).push({ charge: ['fee'], cover: 'nextDay' }),
  ),
  damage('terms for only some', 'terms-hole', unconditional, (data, path) =>
    set(data, [...path, 'when'], { history: 'continuous' }),
  ),
  damage(
    'terms a day late',
    ['terms-hole', 'terms-overlap'],
    ['phases.*.terms.*.when.paid.from', 'phases.*.terms.*.when.paid.before'],
    (data, path) => set(data, path, addDays(textAt(data, path), 1)),
    isDay,
  ),
  damage('fee row added', 'fee-overlap', 'fee', (data, path) =>
    listAt(data, path).push({ yuan: 300, clause: '一' }),
  ),
  damage('fee for only some', 'fee-hole', 'fee.*', (data, path) =>
    set(data, [...path, 'when'], { student: ['pupil'] }),
  ),
  damage('fees of overlapping ages', 'fee-overlap', 'fee', (data, path) => {
    const [row] = listAt(data, path) as Data[]
    set(data, path, [
      { ...row, when: { age: { to: 18, on: 'yearStart' } } },
      { ...row, when: { age: { from: 18, on: 'yearStart' } } },
    ])
  }),
  damage('fees that leave an age out', 'fee-hole', 'fee', (data, path) => {
    const [row] = listAt(data, path) as Data[]
    set(data, path, [
      { ...row, when: { age: { to: 17, on: 'yearStart' } } },
      { ...row, when: { age: { from: 19, on: 'yearStart' } } },
    ])
  }),
  damage('channels for only some', 'channel-hole', 'channels', (data) => {
    for (const place of places(data, 'channels.*')) set(data, [...place, 'when'], { sex: 'female' })
  }),
  damage('channel named twice', 'channel-twice', 'channels.*', (data, path) =>
    listAt(data, ['channels']).push({ ...(get(data, path) as Data), names: ['另一家'] }),
  ),
  damage('rate copied', 'same-row-twice', 'rates.*', duplicate),
  damage('remark copied', 'same-row-twice', 'remarks.*', duplicate),
  damage('refund step copied', 'same-row-twice', 'refund.steps.*', duplicate),
  damage('nothing goes back, by these steps', 'refund-of-nothing', 'refund.steps', (data) => {
    for (const key of ['oncePaid', 'onDuplicate']) set(data, ['refund', key], { value: 'none', clause: '一' })
  }),
]
