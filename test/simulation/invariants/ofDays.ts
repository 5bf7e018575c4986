import type { DayFields } from '../../../cloudfunctions/_days/dayRecord'
import { pushId, type PushFields } from '../../../cloudfunctions/_days/pushRecord'
import type { Account, EntryFields } from '../../../cloudfunctions/_ledger/ledgerRecord'
import type { Fields, Stored } from '../../../cloudfunctions/_ports/store'
import type { Departments } from '../scene/departments'
import { merchantId } from '../wechat/wechatOrder'
import type { Sight } from './books'
import { dayInShanghai } from './dayInShanghai'

/** What the invariants of days look at besides: only runs that live through some days have them. */
export interface DaysSight extends Sight {
  departments: Departments
  /** Milliseconds. */
  now: number
  /** WeChat took or paid out something nobody asked for: a person has to look, and the day stays open. */
  isOdd: boolean
}

type DaysInvariant = (sight: DaysSight) => string[]

/** Days that are over, so that bill and files are due. */
const pastDays = ({ versions, now }: DaysSight): Stored<DayFields>[] =>
  (versions.all('days') as Stored<DayFields>[]).filter(
    ({ fields }) => fields.date < dayInShanghai(new Date(now).toISOString()),
  )

/** Every day that is over balances, and every department has it; unless something is a person's to decide. */
const daysEnd: DaysInvariant = (sight) =>
  pastDays(sight).flatMap(({ id, fields: { settled, reconciled, state, differences } }) =>
    (settled && reconciled) || sight.isOdd ? [] : [`${id} is ${state} with ${differences} differences`],
  )

/** Every day that is over is sent, whatever does not balance. */
const everyDayIsSent: DaysInvariant = (sight) =>
  pastDays(sight).flatMap(({ id, fields: { region, date, version } }) => {
    const name = `${pushId(region, date, version)}.csv`
    const without = ['bureau', 'finance'].filter((each) => !sight.departments.files.has(`${each}/${name}`))
    return without.length === 0 ? [] : [`${id}: ${name} is missing at ${without.join(' and ')}`]
  })

/** The last file of a day says what the ledger says. */
const lastFileIsTheLedger: DaysInvariant = (sight) =>
  pastDays(sight).flatMap(({ id, fields: { region, date, version } }) => {
    const push = sight.versions.latest('pushes', pushId(region, date, version))?.fields as
      PushFields | undefined
    const fees = -sumOf(sight, 'contributions', ({ day, region: of }) => day === date && of === region)
    return push?.fen === fees ? [] : [`${id} was sent as ${push?.fen ?? 'nothing'}, the ledger says ${fees}`]
  })

/** A day that is called balanced has in its ledger what WeChat took that day. */
const balancedMeansEqual: DaysInvariant = (sight) =>
  pastDays(sight).flatMap(({ id, fields: { region, date, reconciled } }) => {
    if (!reconciled) return []
    const taken = [...sight.wechat.payments.values()].filter(
      (payment) =>
        payment.merchantId === merchantId &&
        dayInShanghai(payment.paidAt) === date &&
        sight.versions.latest('orders', payment.orderNumber)?.fields.region === region,
    )
    const there = taken.reduce((sum, { fen }) => sum + fen, 0)
    const here = sumOf(
      sight,
      'wechat',
      ({ kind, day, region: of }) => kind === 'pay' && day === date && of === region,
    )
    return there === here ? [] : [`${id}: WeChat took ${there}, the ledger says ${here}`]
  })

/** A file that was sent under one name is the same file ever after, and what its hash says. */
const filesNeverChange: DaysInvariant = ({ departments }) => [...departments.wrong]

function sumOf({ versions }: Sight, account: Account, chosen: (entry: EntryFields) => boolean): number {
  let sum = 0
  for (const { fields } of versions.all('ledger') as Stored<Fields & EntryFields>[])
    if (chosen(fields))
      for (const posting of fields.postings) if (posting.account === account) sum += posting.fen
  return sum
}

export const ofDays: Readonly<Record<string, DaysInvariant>> = {
  daysEnd,
  everyDayIsSent,
  lastFileIsTheLedger,
  balancedMeansEqual,
  filesNeverChange,
}
