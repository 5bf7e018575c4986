import Taro from '@tarojs/taro'
import type { ComplaintDesk } from '../../shared/contracts/complaint'
import type { ImportKind } from '../../shared/contracts/imports'
import type { RefundDesk } from '../../shared/contracts/staff'
import type { CivilDay } from '../../shared/rules/civilDay'
import { outages } from './texts/outages'

/** Every page and what its address carries: opaque ids and years, never anything about a person. */
interface Pages {
  home: Record<string, never>
  place: Record<string, never>
  question: { region: string; year: number }
  /** `as`: what somebody is to the caller, where that is clear already. `then`: back to the page that asked. */
  who: { as?: 'self'; then?: 'back' }
  result: { resident: string; year: number }
  why: { resident: string; year: number }
  ask: { resident: string; year: number; people?: string; others?: string }
  check: { people: string; year: number; others?: string }
  handoff: { resident: string; year: number }
  waiting: { order: string }
  receipt: { order: string }
  receipts: Record<string, never>
  enrollment: { resident: string; year: number }
  remind: { people: string; year: number }
  newborn: Record<string, never>
  policies: Record<string, never>
  policy: { region: string; year: number; part?: string }
  /** Of an order's part, or of what one person paid at a counter for a year. */
  refund: { order: string; resident: string } | { resident: string; year: number }
  elsewhere: { region?: string; year?: number }
  /** `paper`: the one somebody comes for, by its code. */
  proofs: { resident?: string; region?: string; year?: number; paper?: string }
  /** `from`: the page somebody comes from, and what that page knows. */
  complaint: { from: string; region?: string; year?: number; order?: string }
  enter: Record<string, never>
  today: Record<string, never>
  refundDesk: { desk: RefundDesk }
  days: Record<string, never>
  school: Record<string, never>
  imports: { import?: string }
  match: Record<string, never>
  rules: Record<string, never>
  forms: Record<string, never>
  person: { resident?: string }
  duplicates: Record<string, never>
  accounts: Record<string, never>
  join: Record<string, never>
  audit: { person?: string; actor?: string; day?: CivilDay }
  /** Without a town, the whole place; an empty one: those whom the register gives none. */
  progress: { town?: string }
  missing: { year: number; town: string; village: string }
  special: { year: number }
  /** Left out: every list and town; with a village, who of it is missing. An empty one: those whom the register gives none. */
  ownRoster: { kind?: ImportKind; town?: string; village?: string }
  day: { date: CivilDay }
  counter: Record<string, never>
  /** Left out: today's month, and of several towns the first. */
  townDay: { date?: CivilDay; town?: string }
  proofDesk: Record<string, never>
  complaintDesk: { desk: ComplaintDesk }
  acting: { resident: string }
  privacy: Record<string, never>
}

/** Whose policy, of which coverage year. */
export type PolicyAddress = Omit<Pages['policy'], 'part'>

export type PageName = keyof Pages

/** Where a page lies: in the main package, or in a subpackage that is loaded when it is first needed. */
const folders: Record<PageName, 'pages' | 'more' | 'workbench'> = {
  home: 'pages',
  place: 'pages',
  question: 'pages',
  who: 'pages',
  result: 'pages',
  why: 'more',
  ask: 'pages',
  check: 'pages',
  handoff: 'more',
  waiting: 'pages',
  receipt: 'pages',
  receipts: 'more',
  enrollment: 'more',
  remind: 'more',
  newborn: 'more',
  policies: 'more',
  policy: 'more',
  refund: 'more',
  elsewhere: 'more',
  proofs: 'more',
  complaint: 'more',
  enter: 'workbench',
  today: 'workbench',
  refundDesk: 'workbench',
  days: 'workbench',
  school: 'workbench',
  imports: 'workbench',
  match: 'workbench',
  rules: 'workbench',
  forms: 'workbench',
  person: 'workbench',
  duplicates: 'workbench',
  accounts: 'workbench',
  join: 'workbench',
  audit: 'workbench',
  progress: 'workbench',
  missing: 'workbench',
  special: 'workbench',
  ownRoster: 'workbench',
  day: 'workbench',
  counter: 'workbench',
  townDay: 'workbench',
  proofDesk: 'workbench',
  complaintDesk: 'workbench',
  acting: 'more',
  privacy: 'more',
}

export const address = <Name extends PageName>(page: Name, query: Pages[Name]): string => {
  const pairs = Object.entries(query as Record<string, string | number | undefined>)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  return `/${folders[page]}/${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** A subpackage is fetched when its first page opens: without a network it does not, and the person is told. */
const orSay = (going: Promise<unknown>): void =>
  void going.catch(() => Taro.showModal({ content: outages.notOpened, showCancel: false }))

export const go = <Name extends PageName>(page: Name, query: Pages[Name]): void =>
  orSay(Taro.navigateTo({ url: address(page, query) }))

/** Goes on without a way back to this page: after a step that must not be taken twice. */
export const replace = <Name extends PageName>(page: Name, query: Pages[Name]): void =>
  orSay(Taro.redirectTo({ url: address(page, query) }))

export const goHome = (): void => void Taro.reLaunch({ url: address('home', {}) })

/** One page back, or home where this page was opened from outside. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}
