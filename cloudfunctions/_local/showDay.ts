import type { CivilDay } from '../../shared/rules/civilDay'
import { nowhere, type BillFields } from '../_days/billRecord'
import { dayOf } from '../_days/dayRecord'
import type { DayState } from '../_days/dayStates'
import { daySums } from '../_days/daySums'
import { yuanText } from '../../shared/rules/money'
import { shanghaiTime } from '../_ports/clock'
import { differencesOf, type DifferenceKind } from '../_days/differenceRecord'
import { pushOf } from '../_days/pushRecord'
import type { Store } from '../_ports/store'

const states: Readonly<Record<DayState, string>> = {
  open: '还没过完',
  cut: '已过完，等账单',
  billLoaded: '账单已取，待对账',
  matched: '已对平，待推送',
  differs: '有差异',
  pushed: '已推送，等签收',
  confirmed: '各部门已收到',
}

const kinds: Readonly<Record<DifferenceKind, string>> = {
  paymentUnknownHere: '账单有，账上没有',
  paymentUnknownThere: '账上有，账单没有',
  amountDiffers: '金额不同',
  refundDiffers: '退费不同',
  billNotTrusted: '账单不完整，没有采用',
}

/** One county's day for a person to read, a line each; nothing for a day that never began. */
export async function showDay(store: Store, region: string, date: CivilDay): Promise<string[]> {
  const day = await dayOf(store, region, date)
  if (!day) return []
  const { state, reconciled, version } = day.fields
  return [
    `${region} ${date}  ${states[state]}${reconciled ? '，已对账' : ''}`,
    ...(await sumsOf(store, region, date)),
    await billLine(store, date),
    ...(await differenceLines(store, region, date)),
    ...(await pushLines(store, region, date, version)),
  ]
}

async function sumsOf(store: Store, region: string, date: CivilDay): Promise<string[]> {
  const { payments, paidFen, feesFen, owedFen, backFen, suspenseFen } = await daySums(store, region, date)
  return [
    `  收款    ${payments} 笔  ${yuanText(paidFen)} 元`,
    `  参保费  ${yuanText(feesFen)} 元  批准退费 ${yuanText(owedFen)} 元`,
    `  退回    ${yuanText(backFen)} 元`,
    `  待查    ${yuanText(suspenseFen)} 元`,
  ]
}

async function billLine(store: Store, date: CivilDay): Promise<string> {
  const { documents } = await store.find<BillFields>('bills', {
    where: { date },
    sort: { field: 'changedAt', order: 'descending' },
    limit: 1,
  })
  const bill = documents[0]?.fields
  if (bill?.state !== 'loaded') return '  账单    还没有'
  return `  账单    ${bill.rows} 行（全商户）  收 ${yuanText(bill.paidFen)} 元  退 ${yuanText(bill.refundedFen)} 元`
}

async function differenceLines(store: Store, region: string, date: CivilDay): Promise<string[]> {
  const found = [
    ...(await differencesOf(store, region, date)),
    ...(await differencesOf(store, nowhere, date)),
  ].map(({ fields }) => fields)
  if (found.length === 0) return ['  差异    没有']
  const sum = (fen: number | null): string => (fen === null ? '无' : yuanText(fen))
  return found.map(
    ({ kind, number, hereFen, thereFen, open }) =>
      `  差异    ${kinds[kind]}  ${number}  账上 ${sum(hereFen)}  账单 ${sum(thereFen)}  ${open ? '待查' : '已补平'}`,
  )
}

async function pushLines(store: Store, region: string, date: CivilDay, versions: number): Promise<string[]> {
  if (versions === 0) return ['  推送    还没有']
  const lines: string[] = []
  for (let version = 1; version <= versions; version++) {
    const push = (await pushOf(store, region, date, version))?.fields
    if (!push) continue
    const { rows, fen, reconciled, madeAt, dueBy, departments } = push
    lines.push(
      `  推送    第 ${version} 版  ${rows} 行  ${yuanText(fen)} 元  ${reconciled ? '已对账' : '未对账'}  ` +
        `${shanghaiTime(madeAt)}（应在 ${shanghaiTime(dueBy)} 前）`,
    )
    for (const [department, { state, at }] of Object.entries(departments))
      lines.push(`          ${department}  ${receipts[state]}${at === null ? '' : `  ${shanghaiTime(at)}`}`)
  }
  return lines
}

const receipts = { pending: '还没有回音', received: '已收到', refused: '拒收' } as const
