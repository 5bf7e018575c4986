/** 是谁: for whom a row of a table holds, in words. Every key of a condition has its phrase; all of them must hold. */
import type { Condition, Days, Numbers, Span } from '../../../shared/policy/table'
import { yearEnd, yearOf, yearStart } from '../../../shared/rules/civilDay'
import { fullDay, spanOfDays } from './figures'
import { nameOfCode, namesOf, vocabulary } from './vocabulary'

export const everyone = '所有人'

/** A part of who is meant; what takes people out again is said last. */
type Phrase = string | { except: string } | false | undefined

/** In phrases that read one after the other: `本县户籍，上年参了保`. */
export function whom(when: Condition | undefined): string {
  const said = when === undefined ? [] : phrasesOf(when)
  const exceptions = said.flatMap((phrase) => (typeof phrase === 'object' ? phrase.except : []))
  const text = joined([...said.filter((phrase) => typeof phrase === 'string'), ...exceptions])
  return text === '' ? everyone : text
}

const phrasesOf = (when: Condition): Phrase[] =>
  (Object.keys(when) as (keyof Condition)[])
    .filter((key) => when[key] !== undefined)
    .flatMap((key) => (phrases[key] as (value: unknown) => Phrase | Phrase[])(when[key]))

const joined = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('，')

interface Lists {
  anyOf?: readonly string[]
  allOf?: readonly string[]
  noneOf?: readonly string[]
}

const listsOf = (value: readonly string[] | Lists): Lists => ('length' in value ? { anyOf: value } : value)

type Phrases = { [K in keyof Condition]-?: (value: NonNullable<Condition[K]>) => Phrase | Phrase[] }

const phrases: Phrases = {
  identities(value) {
    const { anyOf, allOf, noneOf } = listsOf(value)
    return [
      anyOf && namesOf('identities', anyOf),
      allOf && `同时是${namesOf('identities', allOf)}`,
      'recognised' in value && value.recognised && `${days(value.recognised)}认定`,
      noneOf && { except: `不是${namesOf('identities', noneOf)}` },
    ]
  },
  age: ({ from, to, on }) =>
    joined([from !== undefined && `满${from}岁`, to !== undefined && `不满${to + 1}岁`]) + ageDay(on),
  born: (range) => `${days(range)}出生`,
  sex: (sex) => (sex === 'female' ? '女性' : '男性'),
  student: (value) => among('student', value, '学生'),
  residence: (value) => among('residence', value, '户口在本地，或住在本地'),
  otherCover: (codes) =>
    codes
      .map((code) => (code === 'none' ? '没有别的医保' : `有${nameOfCode('otherCover', code)}`))
      .join('或'),
  history: (value) =>
    typeof value === 'object' && 'lapsedYears' in value
      ? `断了${numbers(value.lapsedYears, '年')}`
      : [value]
          .flat()
          .map((one) => histories[one])
          .join('或'),
  repairedYears: (range) => `补缴${numbers(range, '年')}`,
  employeeCoverEnded(value) {
    if (value === 'never') return '职工医保没有停过'
    return 'within' in value ? `职工医保停了不超过${span(value.within)}` : `职工医保${days(value)}停的`
  },
  parentInsured: (insured) => (insured ? '父母参了保' : '父母没有参保'),
  couldNotEnrollInBirthYear: (could) => (could ? '出生那年没能参保' : '出生那年能参保'),
  documents: ({ anyOf, allOf, noneOf }) => [
    anyOf && `有${anyOf.map((code) => nameOfCode('documents', code)).join('或')}`,
    allOf && `有${namesOf('documents', allOf)}`,
    noneOf && { except: `没有${namesOf('documents', noneOf)}` },
  ],
  tier: (tiers) => `选第${[tiers].flat().join('、')}档`,
  paid: (range) => `${days(range)}缴`,
  dayOfMonth: ({ from = 1, to }) => `每月${from}日到${to === undefined ? '月底' : `${to}日`}`,
  anyOf: (groups) => groups.map(whom).join('；或者'),
  noneOf: (groups) => groups.map((group) => ({ except: `${asOne(whom(group))}除外` })),
}

const asOne = (phrase: string): string => (phrase.includes('，') ? `（${phrase}）` : phrase)

const histories = { continuous: '上年参了保', firstTime: '从来没参过保', lapsed: '断过保' }

/** Of a closed list the rest can be named; `none` of it is no name one would say. */
function among(
  kind: 'student' | 'residence',
  value: readonly string[] | Lists,
  anyButNone: string,
): Phrase[] {
  const { anyOf, noneOf } = listsOf(value)
  if (!noneOf?.includes('none')) {
    return [anyOf && namesOf(kind, anyOf), noneOf && { except: `${asOne(namesOf(kind, noneOf))}除外` }]
  }
  if (noneOf.length === 1 && anyOf === undefined) return [anyButNone]
  const rest = Object.keys(vocabulary[kind]).filter((code) => !noneOf.includes(code))
  return [namesOf(kind, anyOf ? anyOf.filter((code) => rest.includes(code)) : rest)]
}

function ageDay(on: NonNullable<Condition['age']>['on']): string {
  if (on === undefined) return '（没写按哪天算）'
  if (on === 'paymentDay') return '（按缴费那天算）'
  if (on === 'yearStart') return '（按1月1日算）'
  return on === 'yearEnd' ? '（按12月31日算）' : `（按${fullDay(on)}算）`
}

/** On which days: both ends, or one of them, with the day itself or without. */
export function days({ from, to, after, before }: Days): string {
  if (from !== undefined && to !== undefined) {
    if (from === to) return `${fullDay(from)}当天`
    const year = yearOf(from)
    return from === yearStart(year) && to === yearEnd(year) ? `${year}年` : spanOfDays(from, to)
  }
  return joined([
    from !== undefined && `${fullDay(from)}及以后`,
    after !== undefined && `${fullDay(after)}以后`,
    to !== undefined && `${fullDay(to)}及以前`,
    before !== undefined && `${fullDay(before)}以前`,
  ])
}

const numbers = ({ from, to }: Numbers, unit: string): string => {
  if (from !== undefined && to !== undefined) return from === to ? `${from}${unit}` : `${from}到${to}${unit}`
  return from === undefined ? `不超过${to ?? 0}${unit}` : `${from}${unit}或更多`
}

/** `3个月`, `90天`; both together are added, as in a limit of a month and some days. */
export const span = ({ months, days: count }: Span): string =>
  [months && `${months}个月`, (count || !months) && `${count ?? 0}天`].filter(Boolean).join('')
