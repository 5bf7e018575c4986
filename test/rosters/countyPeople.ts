/** The people of a made-up county: nobody exists, and the ID numbers are of a county that no register knows. */
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { checkCharacter } from '../../shared/identity/idNumber'

export interface CountyPerson {
  /** From 0. */
  serial: number
  name: string
  idNumber: string
  town: string
  village: string
  /** 户编号. */
  household: string
  address: string
  phone: string
  /** 一卡通账号. */
  account: string
}

const surnames = '王李张刘陈杨赵黄周吴徐孙马胡朱郭何罗高林'
const givenNames = ['样例', '示范', '样本', '小样', '演示', '试样', '范例', '样品']
const villages = ['样例村', '示范村', '演示村']
const membersOfHousehold = 3

/** So many people of these towns; the same seed gives the same people. The members of a household live together. */
export function countyPeople(seed: number, count: number, towns: readonly string[]): CountyPerson[] {
  const choice = seededChoice(seed)
  let home = { town: '', village: '' }
  return Array.from({ length: count }, (_, serial) => {
    if (serial % membersOfHousehold === 0) home = { town: choice.one(towns), village: choice.one(villages) }
    const household = String(620_000_001 + Math.floor(serial / membersOfHousehold))
    return {
      serial,
      name: choice.one([...surnames]) + choice.one(givenNames),
      idNumber: idNumberOf(choice.number(31_000), serial),
      ...home,
      household,
      address: `${home.town}${home.village}${1 + Math.floor(serial / membersOfHousehold)}号`,
      phone: `1990000${String(serial % 10_000).padStart(4, '0')}`,
      account: `6299990000${String(serial).padStart(9, '0')}`,
    }
  })
}

/** Of somebody born so many days after the first of January 1936; the serial keeps two people apart. */
function idNumberOf(days: number, serial: number): string {
  const born = new Date(Date.UTC(1936, 0, 1 + days)).toISOString().slice(0, 10).replaceAll('-', '')
  const first17 = `6299${String(10 + (Math.floor(serial / 1000) % 90))}${born}${String(serial % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}
