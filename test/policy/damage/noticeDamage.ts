/** Slips about the notice itself: offices, newborn stages, readings and rulings, amending notices. */
import type { Path } from '../../../shared/policy/readTable'
import { addDays } from '../../../shared/rules/civilDay'
import { copy, get, isDay, listAt, places, rename, set, textAt, yearOfTable, type Data } from './data'
import { damage, seenIn, type Damage } from './kind'

const askedOffices = (data: Data): string[] => places(data, '**.ask').map((path) => textAt(data, path))

const openForms = (data: Data): Path[] =>
  places(data, '**').filter((path) => {
    const value = get(data, path)
    return (
      typeof value === 'object' &&
      value !== null &&
      ('readings' in value || 'unstated' in value) &&
      path[0] !== 'newborn' &&
      path[0] !== 'channels'
    )
  })

const ruling = { value: 'none', by: '县医保局', on: '2000-01-01', document: '答复' }

const amendment = (data: Data, sets: Data): Data => ({
  id: `${textAt(data, ['region'])}-later`,
  title: '补充通知',
  issuer: '县人民政府办公室',
  number: 'unstated',
  issued: `${yearOfTable(data)}-03-01`,
  effective: `${yearOfTable(data)}-04-01`,
  sets,
})

const duplicate = (data: Data, path: Path): void => {
  listAt(data, path.slice(0, -1)).push(copy(get(data, path)))
}

export const noticeDamage: readonly Damage[] = [
  seenIn(
    ['ask'],
    damage(
      'office renamed where it is asked',
      'unknown-office',
      (data) => places(data, 'offices.*').filter((path) => askedOffices(data).includes(String(path[1]))),
      (data, path) => rename(data, path, 'bureau'),
    ),
  ),
  damage('ask of nobody', 'unknown-office', '**.ask', (data, path) => set(data, path, 'hotline')),
  damage('phone that is none', 'phone-form', 'offices.*.phone', (data, path) => set(data, path, '见通知')),
  damage(
    'limit of 90 months',
    'newborn-limit',
    (data) => places(data, 'newborn.stages.*.within.0'),
    (data, path) => set(data, path, { months: 90, clause: '一' }),
  ),
  damage(
    'limit of 3 days',
    'newborn-limit',
    (data) => [...places(data, 'newborn.stages.*.within.0'), ...places(data, 'newborn.within')],
    (data, path) => set(data, path, { days: 3 }),
  ),
  damage(
    'limit of nothing',
    'newborn-limit',
    (data) => [...places(data, 'newborn.stages.*.within.0'), ...places(data, 'newborn.within')],
    (data, path) => set(data, path, { months: 0 }),
  ),
  damage(
    'limit in days and months at once',
    'newborn-limit',
    (data) => [...places(data, 'newborn.stages.*.within.0'), ...places(data, 'newborn.within')],
    (data, path) => set(data, path, { days: 90, months: 3 }),
  ),
  damage(
    'limits mixed without their clauses',
    'newborn-limits-mixed',
    'newborn.stages.*.within',
    (data, path) => set(data, path, [{ days: 90 }, { months: 3 }]),
  ),
  damage('stage copied', ['stage-hidden', 'same-row-twice'], 'newborn.stages.*', duplicate),
  damage('stage without a limit put first', 'stage-hidden', 'newborn.stages', (data, path) =>
    listAt(data, path).unshift({ cover: 'nextMonth', clause: '一' }),
  ),
  damage('stage for nobody', 'holds-for-nobody', 'newborn.stages.*', (data, path) =>
    set(data, [...path, 'when'], { residence: ['hukou'], noneOf: [{ residence: ['hukou'] }] }),
  ),
  damage(
    'stages with a hole between birth days',
    'stage-gap',
    (data) =>
      places(data, 'newborn.stages.*.when.born.from').filter((path) =>
        String(get(data, path)).startsWith(String(yearOfTable(data))),
      ),
    (data, path) => set(data, path, addDays(textAt(data, path), 3)),
  ),
  damage(
    'charge in a phase that does not exist',
    'charge-in-no-phase',
    (data) =>
      places(data, 'phases.*.phase', (phase) => phase === 'fullCost').length > 0
        ? []
        : places(data, 'newborn.stages.*'),
    (data, path) => set(data, [...path, 'chargeIn'], { fullCost: ['fee'] }),
  ),
  damage('readings that are one', 'equal-readings', 'subsidies.*.settlement', (data, path) =>
    set(data, path, { readings: ['reimbursement', 'reimbursement'] }),
  ),
  damage('a single reading', 'shape', '**.readings', (data, path) => listAt(data, path).splice(1)),
  damage('ruling outside the readings', 'ruling-outside-readings', 'subsidies.*', (data, path) =>
    set(data, [...path, 'amount'], {
      readings: [{ yuan: 40 }, { yuan: 50 }],
      ruling: { ...ruling, value: { yuan: 60 } },
    }),
  ),
  damage('ruling without its document', 'shape', openForms, (data, path) =>
    set(data, [...path, 'ruling'], { value: 'none', by: '县医保局', on: '2021-01-01' }),
  ),
  damage(
    'ruling before the notice',
    'ruling-too-early',
    (data) => (isDay(get(data, ['notice', 'issued'])) ? places(data, 'subsidies.*.settlement') : []),
    (data, path) => set(data, path, { unstated: true, ruling: { ...ruling, value: 'reimbursement' } }),
  ),
  seenIn(
    ['amendments'],
    damage('amendment that sets nothing', 'amendment-empty', 'notice', (data) =>
      set(data, ['amendments'], [amendment(data, {})]),
    ),
  ),
  seenIn(
    ['amendments'],
    damage('amendment that changes nothing', 'amendment-empty', 'notice', (data) =>
      set(data, ['amendments'], [amendment(data, { fee: copy(data.fee) })]),
    ),
  ),
  seenIn(
    ['amendments'],
    damage('amendment in force before it was issued', 'amendment-day', 'notice', (data) =>
      set(
        data,
        ['amendments'],
        [{ ...amendment(data, { subsidies: [] }), effective: `${yearOfTable(data)}-01-01` }],
      ),
    ),
  ),
  seenIn(
    ['amendments'],
    damage("amendment under the first notice's name", 'notice-id-twice', 'notice', (data) =>
      set(data, ['amendments'], [{ ...amendment(data, { subsidies: [] }), id: get(data, ['notice', 'id']) }]),
    ),
  ),
  seenIn(
    ['amendments'],
    damage('amendment that makes the table unsound', 'fee-hole', 'notice', (data) =>
      set(
        data,
        ['amendments'],
        [amendment(data, { fee: [{ when: { sex: 'female' }, yuan: 100, clause: '一' }] })],
      ),
    ),
  ),
]
