/** Which unit of a region a row is about: a county's notice lists towns, a township's its villages. */
import { readPerson } from '../../../cloudfunctions/_imports/people/readPerson'
import type { CellOf } from '../../../cloudfunctions/_imports/rowCells'
import { checkCharacter } from '../../../shared/identity/idNumber'

const first17 = '62999919700101001'
const idNumber = first17 + checkCharacter(first17)
const otherNames = new Map([
  ['夹村', '甲村'],
  ['样列镇', '样例镇'],
])
const township = { towns: new Set(['甲村', '乙村']), otherNames, township: '样例镇' }
const county = { towns: new Set(['样例镇']), otherNames, township: undefined }
const unlisted = { towns: new Set<string>(), otherNames: new Map<string, string>(), township: undefined }

test.each([
  [township, '样例镇', '甲村', '甲村', null],
  [township, '', '乙村', '乙村', null],
  [township, '甲村', '', '甲村', null],
  [township, '甲村', '三组', '甲村', '三组'],
  [township, '样例镇', '无名村', 'townUnknown', undefined],
  [township, '样例镇', '', 'townUnknown', undefined],
  [county, '样例镇', '甲村', '样例镇', '甲村'],
  [township, '样例镇', '夹村', '甲村', null],
  [county, '样列镇', '甲村', '样例镇', '甲村'],
  [county, '无名镇', '甲村', 'townUnknown', undefined],
  [unlisted, '无名镇', '甲村', '无名镇', '甲村'],
])('%j: %s, %s is %s, %s', (units, town, village, unit, within) => {
  const cells: Readonly<Record<string, string>> = {
    name: '样例',
    idNumber,
    town,
    village,
  }
  const cell: CellOf = (field) => cells[field] ?? ''
  const reading = { kind: 'population', saysTown: true, units, today: '2030-11-20', rounded: false } as const
  const read = readPerson(reading, cell)
  expect('wrong' in read ? [read.wrong.reason, undefined] : [read.person.town, read.person.village]).toEqual([
    unit,
    within,
  ])
})
