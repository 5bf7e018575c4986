import { checkCharacter } from '../../../shared/identity/idNumber'
import { makeWorkbook, type MadeCell } from '../../cloudfunctions/rosters/makeWorkbook'

const givenNames = '样例示范本小演试范品甲乙丙丁'
const surnames = '王李张刘陈杨赵黄周吴徐孙马胡朱郭何罗高林'

/** The ID number of the so-manieth person: real in its form, of a county that no register knows. */
function idNumberOf(serial: number): string {
  const day = new Date(Date.UTC(1950, 0, 1 + (serial % 25_000)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '')
  const first17 = `629999${day}${String(Math.floor(serial / 25_000) % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

const nameOf = (serial: number): string =>
  `${surnames[serial % 20]}${givenNames[(serial >> 2) % 14]}${givenNames[(serial >> 5) % 14]}`

/** A population register of so many rows and eight columns, its texts in one common list as Excel writes them. */
export function countyWorkbook(rows: number): Buffer {
  const people: MadeCell[][] = Array.from({ length: rows }, (_, i) => [
    i + 1,
    '样例镇',
    `示范村${i % 300}组`,
    nameOf(i),
    i % 2 === 0 ? '女' : '男',
    idNumberOf(i),
    { day: 20_000 + (i % 25_000) },
    `户${Math.floor(i / 3)}`,
  ])
  const headings = ['序号', '乡镇', '村组', '姓名', '性别', '身份证号码', '登记日期', '户号']
  return makeWorkbook([headings, ...people], { shared: true })
}
