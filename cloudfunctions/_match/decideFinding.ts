import {
  paysToCard,
  reasonsOf,
  type Decision,
  type DecisionReason,
  type FindingKind,
  type FindingState,
} from '../../shared/contracts/match'
import type { DecisionRefusal } from '../../shared/contracts/staffMatch'
import { noteEvent } from '../_audit/noteEvent'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { decidedBefore, noteDecision } from './decisionRecord'
import { endIdentities } from './endIdentities'
import {
  findingFields,
  moveFinding,
  saysOf,
  type Finding,
  type FindingFields,
  type FoundHere,
} from './findingRecord'
import { foundNow, rostersAround, standingOf, type Around, type Standing } from './foundNow'
import { changeMatch, matchOf, type Match } from './matchRecord'
import type { FindingEvent } from './matchStates'
import { oweToCard } from './oweToCard'
import { registerOnBehalf } from './registerOnBehalf'
import { settleDoubt } from './settleDoubt'

/** What became of one finding: the state it is in by now, and why it was not decided as said; both null where it is not there. */
export interface Decided {
  refusal: DecisionRefusal | null
  state: FindingState | null
}

/** What the bureau says of a finding; of what is put off the reason is null. */
export interface Said {
  decision: Decision
  reason: DecisionReason | null
}

const no = (refusal: DecisionRefusal, state: FindingState | null = null): Decided => ({ refusal, state })

/**
 * Decides one finding, in one transaction with all that follows from it. What the records say by now is asked again first: where it is
 * something else, that stands to be decided instead (`changedSince`).
 */
export async function decideFinding(ports: StaffPorts, findingId: string, said: Said): Promise<Decided> {
  const asked = await ports.store.get<FindingFields>('matchFindings', findingId)
  const begun = asked && (await matchOf(ports.store, asked.fields.matchId))
  if (!asked || !begun) return no('notFound')
  const around = await rostersAround(ports.store, begun, asked.fields.residentId)
  return ports.store.transaction(async (documents): Promise<Decided> => {
    const finding = await documents.get<FindingFields>('matchFindings', findingId)
    const match = finding && (await matchOf(documents, finding.fields.matchId))
    if (!finding || !match) return no('notFound')
    const { state, reason } = finding.fields
    if (state === endOf[said.decision] && (said.decision === 'putOff' || reason === said.reason))
      return { refusal: null, state }
    if (state !== 'open' && state !== 'putOff') return no('decidedAlready', state)
    if (said.decision === 'putOff') return move(ports, documents, match, finding, 'putOff', null)
    const refusal = whyNot(finding, said.decision, said.reason)
    if (refusal) return no(refusal, state)
    const { decision, reason: given } = said
    return decide(ports, documents, { match, finding, around }, decision, given as DecisionReason)
  })
}

const endOf = { agree: 'agreed', refuse: 'refused', putOff: 'putOff' } as const

/** The kinds for which the notice gives nothing to agree to. */
const unstated: readonly string[] = ['laterUnstated', 'paidTooMuch']

function whyNot(
  { fields: { kind, missing } }: Finding,
  decision: 'agree' | 'refuse',
  reason: DecisionReason | null,
): DecisionRefusal | undefined {
  if (decision === 'agree' && unstated.includes(kind)) return 'notStated'
  if (reason === null || !reasonsOf(kind)[decision].includes(reason)) return 'wrongReason'
  return decision === 'agree' && missing.length > 0 ? 'factsMissing' : undefined
}

async function decide(
  ports: StaffPorts,
  documents: Documents,
  { match, finding, around }: { match: Match; finding: Finding; around: Around },
  decision: 'agree' | 'refuse',
  reason: DecisionReason,
): Promise<Decided> {
  const standing = await standingOf(ports, documents, finding)
  if (!standing) return no('notFound')
  const found = await foundNow(ports, documents, match, finding, standing, around)
  if (found === undefined || found === 'unsettled') {
    const overtaken = await move(ports, documents, match, finding, 'overtaken', null)
    return no('changedSince', overtaken.state)
  }
  if (saysOf(found) !== finding.fields.says) {
    return no('changedSince', await replaceFinding(ports, documents, match, finding, standing, found))
  }
  if (found.doubt !== null) {
    const isTheirs = decision === 'agree'
    const settled = await settleDoubt(ports, documents, found.doubt, standing.resident, isTheirs)
    if (settled !== 'done') return no(settled, finding.fields.state)
    const next = await askedNext(ports, documents, { match, finding, around })
    return next ?? move(ports, documents, match, finding, endOf[decision], reason)
  }
  if (decision === 'agree') {
    const landed = await follow(ports, documents, match, finding, { standing, found }, reason)
    if (landed !== 'done') return no(landed, finding.fields.state)
  }
  const { region, town, partition, coverageYear, says, residentId } = finding.fields
  await noteDecision(documents, { region, town, partition, coverageYear, residentId, says })
  return move(ports, documents, match, finding, endOf[decision], reason)
}

/** What is found of somebody once it is known whether a row with another name is theirs: it takes the place of that question. */
async function askedNext(
  ports: StaffPorts,
  documents: Documents,
  { match, finding, around }: { match: Match; finding: Finding; around: Around },
): Promise<Decided | undefined> {
  const standing = await standingOf(ports, documents, finding)
  const found = standing && (await foundNow(ports, documents, match, finding, standing, around))
  if (!standing || found === undefined || found === 'unsettled') return undefined
  const { residentId, coverageYear } = finding.fields
  if ((await decidedBefore(documents, residentId, coverageYear)) === saysOf(found)) return undefined
  return { refusal: null, state: await replaceFinding(ports, documents, match, finding, standing, found) }
}

/** Writes what is so now over what was found, and counts it in its queue. Answers with the state in which it stands. */
async function replaceFinding(
  { clock }: StaffPorts,
  documents: Documents,
  match: Match,
  { id, revision, fields: { queue } }: Finding,
  { table, resident }: Standing,
  found: FoundHere,
): Promise<FindingState> {
  const fresh = findingFields(table, match, resident, found)
  await documents.replace('matchFindings', id, revision, fresh)
  // Before the match is done nothing is counted.
  if (fresh.queue !== queue && match.fields.state === 'done') {
    const { found: counts } = match.fields
    const moved = { ...counts, [queue]: counts[queue] - 1, [fresh.queue]: counts[fresh.queue] + 1 }
    await changeMatch(documents, match, { found: moved, changedAt: clock.now() })
  }
  return fresh.state
}

const endsIdentity: readonly FindingKind[] = ['changed', 'lost']

/** What agreeing leads to. */
async function follow(
  ports: StaffPorts,
  documents: Documents,
  match: Match,
  finding: Finding,
  { standing, found }: { standing: Standing; found: FoundHere },
  reason: DecisionReason,
): Promise<'done' | 'claimHeld' | 'enrolledElsewhere' | 'paidAlready'> {
  const { kind } = finding.fields
  if (paysToCard.includes(kind)) return oweToCard(ports, documents, finding, standing, reason)
  if (kind === 'onBehalf') return registerOnBehalf(ports, documents, match, finding, standing)
  return endsIdentity.includes(kind) ? endIdentities(ports, documents, standing.resident, found) : 'done'
}

async function move(
  { clock, staff }: StaffPorts,
  documents: Documents,
  match: Match,
  finding: Finding,
  event: FindingEvent,
  reason: DecisionReason | null,
): Promise<Decided> {
  const now = clock.now()
  const { staffId } = staff
  const moved = await moveFinding(documents, finding, event, { reason, decidedBy: staffId, decidedAt: now })
  const { queue, kind, fen, residentId, open, state, omitted } = moved.fields
  const rosters = omitted.map(({ importId }) => importId).join(' ')
  const decided = { ...match.fields.decided, [queue]: match.fields.decided[queue] + 1 }
  if (!open) await changeMatch(documents, match, { decided, changedAt: now })
  await noteEvent(documents, `finding-${finding.id}-${event}-${moved.revision}`, {
    actor: actorOf(staff),
    action: `finding${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `residents/${residentId}`,
    at: now,
    details: {
      kind,
      fen: fen ?? 0,
      match: match.id,
      ...(reason === null ? {} : { reason }),
      ...(rosters && { rosters }),
    },
  })
  return { refusal: null, state }
}
