/**
 * Five rosters of one county as five offices would send them: title rows, columns in any order, workbooks and CSV of either
 * encoding, totals of their own, and errors of which the test knows every one.
 */
import { countyPeople, type CountyPerson } from './countyPeople'
import { makeRoster, type MadeRoster } from './makeRoster'
import type { Damage, Row } from './damageRow'

export interface CountyRosters {
  /** Everybody the population register adds. */
  people: CountyPerson[]
  population: MadeRoster
  employeeInsured: MadeRoster
  civilAffairs: MadeRoster
  ruralRevitalisation: MadeRoster
  disabledFederation: MadeRoster
}

const groups = {
  civilAffairs: ['特困人员', '孤儿', '农村低保一类', '农村低保二类', '农村低保三类', '农村低保四类'],
  ruralRevitalisation: ['脱贫不稳定户', '边缘易致贫户', '突发严重困难户', '已脱贫人口'],
  disabledFederation: ['一级', '二级', '三级', '四级'],
}

/** Days as people write one and the same: 2023-06-01, 2023年6月1日, 2023.6.1, 20230601. */
const daysWritten = ['2023-06-01', '2023年6月1日', '2023.6.1', '20230601']
const excelDay = 45_078

const registerErrors = [
  'nameMissing',
  'nameForm',
  'idMissing',
  'numericId',
  'idLength',
  'idCharacter',
  'idDate',
  'idFuture',
  'idCheckDigit',
  'townUnknown',
] as const satisfies readonly Damage[]

/** At least 60 people; the same seed makes the same files, to the byte. */
export function countyRosters(seed: number, count: number, towns: readonly string[]): CountyRosters {
  const all = countyPeople(seed, count + registerErrors.length, towns)
  const people = all.slice(0, count)
  const spoilt = all.slice(count)
  /** Every so-manieth person from a place on, and others beside them to be spoilt. */
  const some = (every: number, from: number) => people.filter(({ serial }) => serial % every === from)
  const wrong = (every: number, from: number, damages: readonly Damage[]): [Damage, CountyPerson][] =>
    damages.map((damage, place) => [damage, some(every, from)[place] as CountyPerson])
  return {
    people,
    population: makeRoster(seed + 1, {
      kind: 'population',
      fileName: '人口底册.xlsx',
      form: 'xlsx',
      titles: ['样例县城乡居民人口底册', '填报单位：县公安局　　填报日期：2023年11月20日'],
      headings: { name: '姓名', idNumber: '公民身份号码', town: '乡镇' },
      rowOf: registerRow,
      people,
      wrong: registerErrors.map((damage, place) => [damage, spoilt[place] as CountyPerson]),
      twice: 2,
    }),
    employeeInsured: makeRoster(seed + 2, {
      kind: 'employeeInsured',
      fileName: '职工参保名单.csv',
      form: 'gb18030',
      titles: ['职工基本医疗保险参保人员名单'],
      headings: { name: '姓名', idNumber: '社会保障号码' },
      rowOf: ({ name, idNumber }) => ({ 单位名称: '样例公司', 姓名: name, 社会保障号码: idNumber }),
      people: some(9, 0),
      wrong: wrong(9, 1, ['otherName', 'unknownHere', 'numericId', 'idLength']),
      twice: 1,
    }),
    civilAffairs: makeRoster(seed + 3, {
      kind: 'civilAffairs',
      fileName: '民政花名册.xlsx',
      form: 'xlsx',
      titles: ['民政对象花名册', '填报单位：县民政局'],
      headings: {
        name: '姓名',
        idNumber: '身份证号码',
        identity: '救助类别',
        since: '认定时间',
        account: '一卡通账号',
      },
      rowOf: ({ name, idNumber, town, account }, place) => ({
        乡镇: town,
        姓名: name.replace(/^(.)/, '$1 '),
        身份证号码: idNumber.toLowerCase(),
        救助类别: groups.civilAffairs[place % groups.civilAffairs.length] ?? '',
        认定时间: place % 5 === 4 ? { day: excelDay } : (daysWritten[place % 5] ?? ''),
        一卡通账号: account,
      }),
      people: some(9, 2),
      wrong: wrong(9, 3, [
        'identityUnknown',
        'otherName',
        'unknownHere',
        'idCheckDigit',
        'idDate',
        'dateForm',
      ]),
      twice: 1,
      totalOff: 2,
    }),
    ruralRevitalisation: makeRoster(seed + 4, {
      kind: 'ruralRevitalisation',
      fileName: '监测对象.csv',
      form: 'utf-8',
      titles: ['防止返贫监测对象名单'],
      headings: { name: '姓名', idNumber: '证件号码', identity: '监测对象类别', since: '识别时间' },
      rowOf: ({ name, idNumber, village }, place) => ({
        村: village,
        姓名: name,
        证件号码: `'${idNumber}`,
        监测对象类别: groups.ruralRevitalisation[place % groups.ruralRevitalisation.length] ?? '',
        识别时间: daysWritten[place % 4] ?? '',
      }),
      people: some(9, 4),
      wrong: wrong(9, 5, ['identityUnknown', 'idMissing', 'idCharacter', 'dateForm']),
      twice: 2,
    }),
    disabledFederation: makeRoster(seed + 5, {
      kind: 'disabledFederation',
      fileName: '持证残疾人.xlsx',
      form: 'xlsx',
      titles: [],
      headings: { name: '姓名', idNumber: '身份证号', identity: '残疾等级', since: '发证日期' },
      rowOf: ({ name, idNumber }, place) => ({
        姓名: name,
        身份证号: idNumber,
        残疾类别: '肢体',
        残疾等级: groups.disabledFederation[place % groups.disabledFederation.length] ?? '',
        发证日期: { day: excelDay },
      }),
      people: some(9, 6),
      wrong: wrong(9, 7, ['identityUnknown', 'unknownHere', 'idFuture']),
      twice: 1,
    }),
  }
}

const registerRow = ({
  serial,
  name,
  idNumber,
  town,
  village,
  household,
  address,
  phone,
}: CountyPerson): Row => ({
  序号: serial + 1,
  乡镇: town,
  行政村: village,
  户编号: household,
  姓名: name,
  公民身份号码: idNumber,
  住址: address,
  联系电话: phone,
})
