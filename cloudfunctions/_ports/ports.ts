import type { ImportKind } from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import type { Cipher } from './cipher'
import type { Clock } from './clock'
import type { Deliveries } from './deliveries'
import type { FormPress } from './formPress'
import type { Limits } from './limits'
import type { Log } from './log'
import type { Payments } from './payments'
import type { Policies } from './policies'
import type { Printer } from './printer'
import type { Reminders } from './reminders'
import type { Schedule } from './schedule'
import type { Store } from './store'

/** All a use case may touch outside itself, whoever calls. */
export interface ServicePorts {
  clock: Clock
  store: Store
  payments: Payments
  policies: Policies
  cipher: Cipher
  log: Log
  settings: Settings
}

/** What a job gets: also when things are due, and who receives the day. */
export interface JobPorts extends ServicePorts {
  deliveries: Deliveries
  schedule: Schedule
  reminders: Reminders
}

/** What is done for one caller: also who that is, as the platform says and never as the request says. */
export interface CallerPorts extends ServicePorts {
  caller: Caller
}

/** What a resident's use case gets. */
export interface Ports extends CallerPorts {
  printer: Printer
  reminders: Reminders
}

export interface Caller {
  openId: string
}

/** What a use case of the staff gets: also who is calling, as their account says, and when the day's work is due. */
export interface StaffPorts extends ServicePorts {
  schedule: Schedule
  press: FormPress
  staff: StaffCaller
}

/** 经办人: one member of staff. */
export interface StaffCaller {
  staffId: string
  /** As colleagues know them. */
  name: string
  role: Role
  /** Nothing of another region exists for them. */
  region: string
  /** Null: of every town of the region. */
  town: string | null
  /** The index of their own WeChat account, under which they may also be a resident; null where none is known. */
  callerIndex: string | null
  /** The kinds of roster they may import; left out: none. */
  imports?: readonly ImportKind[]
}

export interface Settings {
  /** True where people are made up and no money moves. */
  demo: boolean
  /** What a payment must name to be ours. */
  merchantId: string
  appId: string
  /** How long an order may be paid, in minutes. */
  orderMinutes: number
  limits: Limits
}
