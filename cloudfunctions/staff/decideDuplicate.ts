/** 判定: one person or two; where both are paid for, the payment that does not stand goes the way of a refund first. */
import { DecideDuplicate } from '../../shared/contracts/duplicates'
import { becomeOne, type Pair } from '../_duplicates/becomeOne'
import { duplicateOf, moveDuplicate, type Duplicate } from '../_duplicates/duplicateRecord'
import { duplicateTransitions, type DuplicateEvent } from '../_duplicates/duplicateStates'
import { paidUnder, type PaidYear } from '../_duplicates/paidUnder'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import { applyForRefund } from '../_refunds/applyForRefund'
import { isNobodys, type ResidentFields } from '../_residents/residentRecord'
import { stateAfter } from '../_states/transitions'
import { staffUseCase } from '../_staff/staffUseCase'

type Problem = (typeof DecideDuplicate)['refusals'][number]

const eventOf = { different: 'foundDifferent', putOff: 'putOffByStaff' } as const

export const decideDuplicate = staffUseCase(
  DecideDuplicate,
  ['clerk', 'bureau'],
  async ({ duplicateId, decision, keep }, ports) => {
    const standing = await duplicateOf(ports.store, duplicateId)
    if (!standing || !(await areBothHere(ports, standing))) return refuse('notFound')
    if (decision === 'same' && ports.staff.role !== 'bureau') return refuse('notAllowed')
    const event: DuplicateEvent = decision === 'same' ? 'foundSame' : eventOf[decision]
    const { state } = standing.fields
    if (state === decision && decision !== 'putOff') return done({ duplicateId, state })
    if (decision !== 'same') return move(ports, standing, event)
    if (!mayHappen(standing, event)) return refuse('decided')
    const pair = await pairOf(ports, ports.store, standing, keep)
    if (typeof pair === 'string') return refuse(pair)
    return makeOne(ports, standing, pair)
  },
)

/** Somebody who has moved to another town meanwhile is that town's, and the pair with them. */
async function areBothHere({ store }: StaffPorts, { fields: { people } }: Duplicate): Promise<boolean> {
  const found = await Promise.all(people.map((id) => store.get('residents', id)))
  return found.every((resident) => resident !== undefined)
}

const mayHappen = ({ fields: { state } }: Duplicate, event: DuplicateEvent): boolean =>
  stateAfter(duplicateTransitions, state, event) !== undefined

/** `decided`: a colleague was faster. */
const move = ({ store, staff, clock }: StaffPorts, { id }: Duplicate, event: DuplicateEvent, keep?: string) =>
  store.transaction(async (documents) => {
    const duplicate = await duplicateOf(documents, id)
    if (!duplicate) return refuse('notFound')
    if (!mayHappen(duplicate, event)) return refuse('decided')
    const by = { event, actor: actorOf(staff), at: clock.now() }
    const changes = keep === undefined ? {} : { keep }
    return done({ duplicateId: id, state: await moveDuplicate(documents, duplicate, by, changes) })
  })

/** The record that stays and the one that goes, as they stand now. */
async function pairOf(
  { staff }: StaffPorts,
  documents: Pick<Documents, 'get'>,
  { fields: { people } }: Duplicate,
  keep: string | null,
): Promise<Pair | Problem> {
  if (keep === null || !people.includes(keep)) return 'keepMissing'
  const other = people[0] === keep ? people[1] : people[0]
  const kept = await documents.get<ResidentFields>('residents', keep)
  const gone = await documents.get<ResidentFields>('residents', other)
  if (!kept || !gone) return 'notFound'
  if (isNobodys(kept) || isNobodys(gone)) return 'changedSince'
  return { kept, gone, actor: actorOf(staff) }
}

async function makeOne(ports: StaffPorts, duplicate: Duplicate, pair: Pair) {
  const { store } = ports
  const under = await paidUnder(ports, store, pair.gone)
  const problem = problemOf(under, await paidUnder(ports, store, pair.kept))
  if (problem) return refuse(problem)
  if (under.length > 0) {
    for (const { order, returning } of under)
      if (order && !returning)
        await applyForRefund(ports, order.number, order.line, {
          reason: 'duplicate',
          requestedBy: pair.actor,
        })
    return move(ports, duplicate, 'returnBegun', pair.kept.id)
  }
  const made = await store.transaction((documents) => oneIn(ports, documents, duplicate.id, pair.kept.id))
  return typeof made === 'string' ? refuse(made) : done({ duplicateId: duplicate.id, state: made.state })
}

/** What stands in the way of letting one record go, given what is paid under it and under the one that stays. */
function problemOf(under: readonly PaidYear[], kept: readonly PaidYear[]): Problem | undefined {
  if ([...under, ...kept].some(({ by }) => by === 'open')) return 'orderOpen'
  const years = new Set(kept.map(({ coverageYear }) => coverageYear))
  if (under.some(({ coverageYear }) => !years.has(coverageYear))) return 'paidOnOther'
  return under.some(({ by }) => by === 'record') ? 'recordStands' : undefined
}

async function oneIn(ports: StaffPorts, documents: Documents, duplicateId: string, keep: string) {
  const duplicate = await duplicateOf(documents, duplicateId)
  if (!duplicate) return 'notFound'
  if (!mayHappen(duplicate, 'foundSame')) return 'decided'
  const pair = await pairOf(ports, documents, duplicate, keep)
  if (typeof pair === 'string') return pair
  if ((await paidUnder(ports, documents, pair.gone)).length > 0) return 'changedSince'
  if ((await becomeOne(ports, documents, pair)) === 'otherChild') return 'otherChild'
  const by = { event: 'foundSame', actor: pair.actor, at: ports.clock.now() } as const
  return { state: await moveDuplicate(documents, duplicate, by, { keep }) }
}
