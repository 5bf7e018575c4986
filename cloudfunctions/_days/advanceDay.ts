/** 日结: takes one county's day as far as the clock, WeChat's bill and the departments' answers allow now. */
import type { JobPorts } from '../_ports/ports'
import type { Bill } from './billRecord'
import { moveDay, noteDay, type Day, type DayChanges } from './dayRecord'
import type { DayEvent, DayState } from './dayStates'
import { pushDay, type Pushed } from './pushDay'
import { pushDue } from './pushDue'
import { isReceivedByAll, pushOf } from './pushRecord'
import { reconcileDay } from './reconcileDay'

/** More steps than a day takes in one round: one that went in a circle would not hold up the others. */
const mostSteps = 12

/** `bill` is WeChat's, if it is here. The day as it stands afterwards. */
export async function advanceDay(ports: JobPorts, begun: Day, bill: Bill | undefined): Promise<Day> {
  let day = begun
  for (let steps = 0; steps < mostSteps; steps++) {
    const next = await stepFrom[day.fields.state](ports, day, bill)
    // Departments that gave no answer are asked again in the next round, not at once.
    if (next === day || next.fields.state === 'pushed') return next
    day = next
  }
  return day
}

/** The same day where nothing is due. */
type Step = (ports: JobPorts, day: Day, bill: Bill | undefined) => Promise<Day>

const stepFrom: Readonly<Record<DayState, Step>> = {
  open: async (ports, day) => (day.fields.date < ports.clock.today() ? move(ports, day, 'cutOff') : day),
  cut: (ports, day, bill) => (bill ? billCame(ports, day) : sendAsItIs(ports, day)),
  billLoaded: async (ports, day, bill) => (bill ? compare(ports, day, bill) : day),
  matched: (ports, day) => send(ports, day, true),
  differs: async (ports, day, bill) =>
    bill && isLookDue(ports, day) ? compare(ports, day, bill) : sendAsItIs(ports, day),
  pushed: async (ports, day, bill) => {
    if (bill && !day.fields.billed) return billCame(ports, day)
    return bill && isLookDue(ports, day) ? lookAgain(ports, day, bill) : handOverAgain(ports, day)
  },
  confirmed: async (ports, day, bill) => {
    if (bill && !day.fields.billed) return billCame(ports, day)
    return bill && isLookDue(ports, day) ? lookAgain(ports, day, bill) : day
  },
}

const move = (
  { store, clock }: JobPorts,
  day: Day,
  event: DayEvent,
  changes: DayChanges = {},
): Promise<Day> => moveDay(store, day, event, { ...changes, changedAt: clock.now() })

const billCame = (ports: JobPorts, day: Day): Promise<Day> => move(ports, day, 'billCame', { billed: true })

/** From `billLoaded`, and again from `differs`. */
async function compare(ports: JobPorts, day: Day, bill: Bill): Promise<Day> {
  const { counted, open } = await reconcileDay(ports, day.fields.region, day.fields.date, bill)
  const found = { counted, differences: open.length, lookedAt: ports.clock.now() }
  if (open.length === 0) return move(ports, day, 'agreed', { ...found, reconciled: true })
  return day.fields.state === 'differs'
    ? noteDay(ports.store, day, found)
    : move(ports, day, 'disagreed', { ...found, reconciled: false })
}

/** A day that differs may have been mended meanwhile: by a callback that came late, by a refund that went on, by a person. */
const isLookDue = ({ clock, schedule }: JobPorts, { fields }: Day): boolean =>
  !fields.reconciled &&
  (fields.lookedAt === null ||
    Date.parse(clock.now()) - Date.parse(fields.lookedAt) >= schedule.lookAgainMinutes * 60_000)

/** A day that was sent stays as it is until there is something to correct. */
async function lookAgain(ports: JobPorts, day: Day, bill: Bill): Promise<Day> {
  const { counted, open } = await reconcileDay(ports, day.fields.region, day.fields.date, bill)
  const found = { differences: open.length, lookedAt: ports.clock.now() }
  if (open.length === 0 || counted !== day.fields.counted) return move(ports, day, 'corrected', found)
  return noteDay(ports.store, day, found)
}

/** Late is worse than unreconciled: shortly before the time is up, the day is sent as the ledger has it. */
async function sendAsItIs(ports: JobPorts, day: Day): Promise<Day> {
  const { asItIsFrom } = pushDue(ports, day.fields.region, day.fields.date)
  return ports.clock.now() < asItIsFrom ? day : send(ports, day, false)
}

async function send(ports: JobPorts, day: Day, reconciled: boolean): Promise<Day> {
  const pushed = await pushDay(ports, day, reconciled)
  if (!pushed) return day
  const sent = await move(ports, day, 'sent', { ...sentChanges(pushed, day), reconciled })
  return confirmIfReceived(ports, sent, pushed)
}

/** A balanced day keeps the number it was balanced with: what came between the two readings must be noticed. */
const sentChanges = ({ push, counted }: Pushed, { fields }: Day): DayChanges => ({
  version: push.fields.version,
  counted: fields.reconciled ? fields.counted : counted,
})

async function handOverAgain(ports: JobPorts, day: Day): Promise<Day> {
  const { region, date, version, reconciled } = day.fields
  const push = await pushOf(ports.store, region, date, version)
  const pushed =
    push && !Object.values(push.fields.departments).some(({ state }) => state === 'pending')
      ? { push, counted: push.fields.counted }
      : await pushDay(ports, day, reconciled)
  if (!pushed) return day
  const noted =
    pushed.push.fields.version === version ? day : await noteDay(ports.store, day, sentChanges(pushed, day))
  return confirmIfReceived(ports, noted, pushed)
}

const confirmIfReceived = async (ports: JobPorts, day: Day, { push }: Pushed): Promise<Day> =>
  day.fields.state === 'pushed' && isReceivedByAll(push)
    ? move(ports, day, 'received', { settled: day.fields.reconciled })
    : day
