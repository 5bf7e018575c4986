/**
 * Some people go to a counter with their money, while a phone may be paying for them, here or in the other county. Days are added up
 * in between, what was a mistake is then reversed by two people, or by whoever tries, and some ask for their money back.
 */
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { TownDayFields } from '../../../cloudfunctions/_counter/townDayRecord'
import { askReversal } from '../../../cloudfunctions/staff/askReversal'
import { closeTownDay } from '../../../cloudfunctions/staff/closeTownDay'
import { decideReversal } from '../../../cloudfunctions/staff/decideReversal'
import { enterCounterPayment } from '../../../cloudfunctions/staff/enterCounterPayment'
import { requestRefundAtCounter } from '../../../cloudfunctions/staff/requestRefundAtCounter'
import { withdrawCounterPayment } from '../../../cloudfunctions/staff/withdrawCounterPayment'
import type { StaffCaller, StaffPorts } from '../../../cloudfunctions/_ports/ports'
import { noPress } from '../../cloudfunctions/world/noPrinter'
import { randomFrom, type Random } from '../../bench/randomFrom'
import { people, type SimulatedPerson } from './people'
import { coverageYear } from './places'
import { clerks } from './staff'
import type { World } from './world'

const minute = 60_000
/** Draws of its own: a run without counters is the run it would be if there were none. */
const another = 0x0c0ffee

export function comeToCounters(world: World, seed: number): void {
  const random = randomFrom(seed ^ another)
  if (!random.chance(0.3)) return
  for (const person of people)
    if (random.chance(0.4))
      world.scheduler.after(random.next() * 40 * minute, () => atCounter(world, random, person))
}

/** Now and then two clerks take the same receipt down at once, or one for two people; some entries were mistakes. */
function atCounter(world: World, random: Random, person: SimulatedPerson): void {
  const receipt = random.chance(0.9) ? `R-${person.residentId}` : 'R-SHARED'
  const fen = random.pick([40000, 40000, 40000, 46000, 13000])
  for (let times = random.chance(0.3) ? 2 : 1; times > 0; times--) enter(world, random, person, receipt, fen)
  if (random.chance(0.4)) world.scheduler.after(random.next() * 20 * minute, () => withdraw(world, random))
  if (random.chance(0.5)) correct(world, random)
  for (let times = random.chance(0.3) ? 2 : 1; random.chance(0.5) && times > 0; times--)
    world.scheduler.after(random.next() * 30 * minute, () => askForMoney(world, random))
}

/** The town adds its day up, somebody finds a mistake, and a second person looks at it; in this order, or nearly. */
function correct(world: World, random: Random): void {
  const soon = () => random.next() * 10 * minute
  world.scheduler.after(soon(), () => closeDay(world, random))
  world.scheduler.after(5 * minute + soon(), () => askToReverse(world, random))
  for (let times = random.chance(0.3) ? 2 : 1; times > 0; times--)
    world.scheduler.after(10 * minute + soon(), () => decide(world, random))
}

function closeDay(world: World, random: Random): void {
  const open = world.versions.all('townDays').filter(({ fields }) => fields.state === 'open')
  if (open.length === 0) return
  const { region, date, payments, fen, reversedFen } = random.pick(open).fields as TownDayFields
  const who = random.pick(clerks.filter((one) => one.region === region))
  const seen = { payments, fen, reversedFen, depositedFen: 0 }
  asStaff(world, who, (ports) => closeTownDay.answer({ date, seen, difference: 'other' }, ports))
}

function askToReverse(world: World, random: Random): void {
  const standing = world.versions.all('counterPayments').filter(({ fields }) => fields.state === 'entered')
  if (standing.length === 0) return
  const { id, fields } = random.pick(standing)
  const who = random.pick(clerks.filter((one) => one.region === fields.region))
  asStaff(world, who, (ports) => askReversal.answer({ paymentId: id, reason: 'otherPerson' }, ports))
}

/** For whoever stands at the counter again; now and then two clerks for one. */
function askForMoney(world: World, random: Random): void {
  const standing = world.versions.all('counterPayments').filter(({ fields }) => fields.state === 'entered')
  if (standing.length === 0) return
  const { id, fields } = random.pick(standing)
  const who = random.pick(clerks.filter((one) => one.region === fields.region))
  const reason = random.pick(['duplicate', 'moved'] as const)
  asStaff(world, who, (ports) => requestRefundAtCounter.answer({ paymentId: id, reason }, ports))
}

function decide(world: World, random: Random): void {
  const asked = world.versions.all('counterReversals').filter(({ fields }) => fields.state === 'asked')
  if (asked.length === 0) return
  const { id, fields } = random.pick(asked)
  const who = random.pick(clerks.filter((one) => one.region === fields.region))
  const decision = random.chance(0.8) ? 'confirmed' : 'declined'
  asStaff(world, who, (ports) => decideReversal.answer({ reversalId: id, decision }, ports))
}

function enter(
  world: World,
  random: Random,
  { residentId, region }: SimulatedPerson,
  receipt: string,
  fen: number,
): void {
  const who = random.pick(clerks.filter((one) => one.region === region))
  const day = { coverageYear, channel: 'bankCounter', papersSeen: [] }
  asStaff(world, who, (ports) =>
    enterCounterPayment.answer({ ...day, residentId, receipt, fen, paidOn: ports.clock.today() }, ports),
  )
}

function withdraw(world: World, random: Random): void {
  const standing = world.versions.all('counterPayments').filter(({ fields }) => fields.state === 'entered')
  if (standing.length === 0) return
  const { id, fields } = random.pick(standing)
  const { enteredBy } = fields as CounterPaymentFields
  const who = clerks.find(({ staffId }) => staffId === enteredBy)
  if (who)
    asStaff(world, who, (ports) =>
      withdrawCounterPayment.answer({ paymentId: id, reason: 'otherPerson' }, ports),
    )
}

const asStaff = (world: World, staff: StaffCaller, deed: (ports: StaffPorts) => Promise<unknown>): void =>
  void world.invoke(`counter ${staff.staffId}`, (ports) =>
    deed({ ...ports, schedule, press: noPress, staff }),
  )
