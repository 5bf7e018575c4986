/** 打开一个人: the enrollment and the rosters beside each other. Who looked is noted. */
import type { ImportKind } from '../../shared/contracts/imports'
import type { FindingOpened } from '../../shared/contracts/match'
import { OpenFinding } from '../../shared/contracts/staffMatch'
import type { PolicyTable } from '../../shared/policy/table'
import { assess } from '../../shared/rules/assess'
import type { Person } from '../../shared/rules/person'
import { notePersonSeen } from '../_audit/notePersonSeen'
import { standingOf, type Standing } from '../_match/foundNow'
import type { Finding, FindingFields } from '../_match/findingRecord'
import { matchOf, type Match } from '../_match/matchRecord'
import { asListed, recognisedBy, without } from '../_match/recognisedBy'
import { shownFinding } from '../_match/shownFinding'
import { doubtedName, type NameDoubt, type NameDoubtFields } from '../_imports/nameDoubts'
import type { Cipher } from '../_ports/cipher'
import { civilDayOf } from '../_ports/clock'
import { done, refuse } from '../_ports/useCase'
import { stands, usedIdentity } from '../_residents/enrollmentRecord'
import { openResident, type Resident } from '../_residents/residentRecord'
import { sourcesOf, type SourcesFields } from '../_residents/sourceRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { matchReaders } from '../_match/matchReaders'

export const openFinding = staffUseCase(OpenFinding, matchReaders, async ({ findingId }, ports) => {
  const { store, cipher } = ports
  const finding = await store.get<FindingFields>('matchFindings', findingId)
  const match = finding && (await matchOf(store, finding.fields.matchId))
  const standing = finding && (await standingOf(ports, store, finding))
  if (!finding || !match || !standing) return refuse('notFound')
  const { residentId, roster, omitted, doubt: doubtId } = finding.fields
  await notePersonSeen(ports, 'personSeen', residentId)
  // Whom the newest roster leaves out stands in no row of it, only of an earlier one.
  const isListed = omitted.every(({ kind }) => kind !== roster)
  const row = roster && isListed ? rowOf(await sourcesOf(store, residentId), roster) : null
  const shown = { ...opened(finding, match, standing, openResident(cipher, standing.resident)), row }
  const doubt = doubtId === null ? undefined : await store.get<NameDoubtFields>('nameDoubts', doubtId)
  return done(doubt ? asWritten(cipher, shown, doubt) : shown)
})

function opened(
  finding: Finding,
  match: Match,
  { table, enrollment }: Standing,
  resident: Resident,
): Omit<FindingOpened, 'row'> {
  const enrolled = enrollment && stands(enrollment) ? enrollment.fields : undefined
  const shown = shownFinding(finding, resident, enrolled !== undefined)
  const who = { name: shown.name, maskedId: shown.maskedId }
  const { residentId, before, payMonth, clauses, missing, reason, roster, omitted } = finding.fields
  const ended = omitted.flatMap(({ codes }) => codes.map((code) => ({ code })))
  const facts = without(resident.facts, ended)
  const { on, rosters } = match.fields
  return {
    ...shown,
    residentId,
    enrolled: enrolled
      ? {
          ...who,
          identities: [usedIdentity(enrolled) ?? []].flat(),
          fen: enrolled.paidFen,
          day: enrolled.paidOn,
        }
      : null,
    way: enrolled?.way ?? null,
    listed: {
      ...who,
      identities: recognisedBy(facts, on).map(({ code }) => code),
      fen: dueWith(table, facts, enrolled?.paidOn ?? on),
      day: latestSince(facts, on),
    },
    roster: rosters.find((taken) => taken.kind === roster) ?? null,
    omitted: omitted.map(({ kind, day, rows, codes }) => ({ kind, day, rows, codes })),
    before,
    payMonth,
    clauses,
    missing,
    reason,
  }
}

/** The roster's side as its row is written, with the other name; once that is decided the name is not kept. */
function asWritten(cipher: Cipher, shown: FindingOpened, doubt: NameDoubt): FindingOpened {
  const { code, since, row, at, sealedName } = doubt.fields
  const name = sealedName === null ? shown.name : doubtedName(cipher, doubt)
  return {
    ...shown,
    listed: { ...shown.listed, name, identities: [code], fen: null, day: since },
    row: { number: row, day: civilDayOf(at) },
  }
}

/** Which row of which day brought an identity that this kind of roster lists. */
function rowOf(sources: SourcesFields | undefined, roster: ImportKind): FindingOpened['row'] {
  const said = sources?.said.find(
    (one) => one.roster === roster && one.parts.some((part) => part.startsWith('identity.')),
  )
  return said?.row === undefined ? null : { number: said.row, day: civilDayOf(said.at) }
}

/** 该缴: what this person would have been asked for on that day with the identities they have now; null where that is open. */
function dueWith(table: PolicyTable, facts: Person, on: string): number | null {
  const identities = (facts.identities ?? []).map(({ code }) => ({ code }))
  const { due } = assess(table, { ...asListed(facts), identities }, on)
  return due.kind === 'stated' ? due.value : null
}

const latestSince = (facts: Person, on: string): string | null =>
  recognisedBy(facts, on)
    .flatMap(({ since }) => since ?? [])
    .sort()
    .at(-1) ?? null
