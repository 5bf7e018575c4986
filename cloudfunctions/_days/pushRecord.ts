/** 推送: `pushes/<region>-<date>-v<n>`, one version of a day's collection detail and who has received it. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents, Stored } from '../_ports/store'

/** One department's answer. */
export type PushReceipt = {
  state: 'pending' | 'received' | 'refused'
  /** Instant, UTC, of the answer; null while there is none. */
  at: string | null
}

/** One version: what is in it, and who has it. */
export type PushFields = {
  region: string
  date: CivilDay
  version: number
  /** 已对账: ledger and bill were the same when it was made. */
  reconciled: boolean
  fileName: string
  sha256: string
  /** Lines of the file, and what they come to. */
  rows: number
  fen: number
  /** All ledger entries of the day it was made from. */
  counted: number
  /** Instants, UTC: just before the ledger was read; by when it was due; when it was made. */
  readAt: string
  dueBy: string
  madeAt: string
  departments: Record<string, PushReceipt>
}

export type Push = Stored<PushFields>

/** Versions of a day count from 1. */
export const pushId = (region: string, date: CivilDay, version: number): string =>
  `${region}-${date}-v${version}`

/** Undefined where no such version was made. */
export const pushOf = (
  { get }: Pick<Documents, 'get'>,
  region: string,
  date: CivilDay,
  version: number,
): Promise<Push | undefined> => get<PushFields>('pushes', pushId(region, date, version))

/** Whether every department has answered that it has it. */
export const isReceivedByAll = ({ fields }: Push): boolean =>
  Object.values(fields.departments).every(({ state }) => state === 'received')
