/**
 * 来源: `residentSources/<residentId>`: who said each thing that a resident's document says now. It is written in the transaction that
 * writes the resident, and stands apart, so that matching a county reads none of it.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import type { ResidentFields } from './residentRecord'
import { changedParts, partsOf, sealedParts, type Part, type SealedPart } from './residentParts'

/**
 * `import` a roster, `ref` is the import's id · `guardian` whoever registered the child, `ref` as the audit log names them ·
 * `correction` an office, `ref` is the correction's id · `merge` two records that became one, `ref` as the audit log names who
 * did it · `demonstration` made up.
 */
export type Source = {
  kind: 'import' | 'guardian' | 'correction' | 'merge' | 'demonstration'
  ref: string
  /** Of an import: which roster. */
  roster?: ImportKind
  /** Of an import: the row of its file, as a spreadsheet counts. */
  row?: number
  /** Instant, UTC. */
  at: string
}

/** Who said which parts; every part stands in one of them. */
export type Said = Source & { parts: Part[] }

export type SourcesFields = {
  said: Said[]
  /** Imports that say something else than a correction, the latest for each part: the correction stands. */
  contradicted: (Source & { part: Part })[]
  /** 停用: identities that a correction says do not hold; no roster brings one back, another correction does. Left out where there is none. */
  ended?: (Source & { part: Part })[]
  /** Records that were merged into this one: what a roster says of them, it says of this person. Left out where there are none. */
  absorbed?: string[]
}

export interface Saying {
  source: Source
  /** Undefined where the resident is new. */
  before: ResidentFields | undefined
  after: ResidentFields
  /** Which of the sealed parts are written as well. */
  sealed?: readonly SealedPart[]
}

const nothingSaid: SourcesFields = { said: [], contradicted: [] }

/** What stands after a change: what it wrote is its own, what is gone is nobody's, and everything else stays whose it was. */
export function sayingOf(standing: SourcesFields | undefined, saying: Saying): SourcesFields {
  const { said, contradicted, ended = [] } = standing ?? nothingSaid
  const { source, sealed = [] } = saying
  const there = new Set<Part>([...sealedParts, ...partsOf(saying.after).keys()])
  const changed = changedParts(saying.before, saying.after).filter((part) => there.has(part))
  const written = [...sealed, ...changed]
  const others = keeping(said, (part) => there.has(part) && !written.includes(part))
  const endedNow = [...ended, ...endedBy(saying)].filter(({ part }) => !there.has(part))
  return {
    ...(endedNow.length > 0 ? { ended: endedNow } : {}),
    ...(standing?.absorbed ? { absorbed: standing.absorbed } : {}),
    said: written.length > 0 ? [...others, { ...source, parts: written }] : others,
    contradicted: contradicted.filter(({ part }) => !written.includes(part)),
  }
}

/** The identities that a correction takes away. */
const endedBy = ({ source, before, after }: Saying): (Source & { part: Part })[] =>
  source.kind === 'correction'
    ? changedParts(before, after)
        .filter((part) => part.startsWith('identity.') && !partsOf(after).has(part))
        .map((part) => ({ ...source, part }))
    : []

const keeping = (said: readonly Said[], keeps: (part: Part) => boolean): Said[] =>
  said.map((one) => ({ ...one, parts: one.parts.filter(keeps) })).filter(({ parts }) => parts.length > 0)

export const sourcesOf = async (
  { get }: Pick<Documents, 'get'>,
  residentId: string,
): Promise<SourcesFields | undefined> => (await get<SourcesFields>('residentSources', residentId))?.fields

/** Notes who wrote what, inside the transaction that writes the resident. */
export const noteSource = (documents: Documents, residentId: string, saying: Saying): Promise<void> =>
  change(documents, residentId, (standing) => sayingOf(standing, saying))

/** An import is undone: what it wrote is whose it was `before`, and what others wrote since stays theirs. */
export const unsay = (
  documents: Documents,
  residentId: string,
  ref: string,
  before: readonly Said[],
): Promise<void> =>
  change(documents, residentId, (standing = nothingSaid) => {
    const others = standing.said.filter((one) => one.ref !== ref)
    const taken = new Set(others.flatMap(({ parts }) => parts))
    return { ...standing, said: [...others, ...keeping(before, (part) => !taken.has(part))] }
  })

/**
 * One resident takes over what another one's document said, with who had said it; `taken` are the parts taken over, `stands` what the
 * one that stays says now. What a correction ended of either is ended of both, unless it stands.
 */
export async function takeOver(
  documents: Documents,
  from: string,
  into: string,
  taken: ReadonlySet<Part>,
  stands: ReadonlySet<Part>,
): Promise<void> {
  const sources = await sourcesOf(documents, from)
  const brought = keeping(sources?.said ?? [], (part) => taken.has(part) && stands.has(part))
  const parts = new Set(brought.flatMap((one) => one.parts))
  await change(documents, into, (standing = nothingSaid) => {
    const ended = [...(standing.ended ?? []), ...(sources?.ended ?? [])].filter(
      ({ part }) => !stands.has(part),
    )
    return {
      ...standing,
      said: [...keeping(standing.said, (part) => !parts.has(part)), ...brought],
      ...(ended.length > 0 ? { ended } : {}),
    }
  })
}

/** A record was merged into another one, with what had been merged into it before. */
export async function noteAbsorbed(documents: Documents, gone: string, into: string): Promise<void> {
  const before = (await sourcesOf(documents, gone))?.absorbed ?? []
  await change(documents, into, (standing = nothingSaid) => ({
    ...standing,
    absorbed: [...(standing.absorbed ?? []), ...before, gone],
  }))
}

/** A roster says something else than a correction: the correction stands, and whoever looks at the person sees both. */
export const noteContradiction = (
  documents: Documents,
  residentId: string,
  part: Part,
  source: Source,
): Promise<void> =>
  change(documents, residentId, (standing = nothingSaid) => ({
    ...standing,
    contradicted: [...standing.contradicted.filter((one) => one.part !== part), { ...source, part }],
  }))

/** The correction that says of an identity that it does not hold; undefined where none does. */
export const endingOf = (sources: SourcesFields | undefined, part: Part): Source | undefined =>
  sources?.ended?.find((one) => one.part === part)

/** Who said a part as it stands; undefined where that was not recorded. */
export const sourceOf = (sources: SourcesFields | undefined, part: Part): Source | undefined =>
  sources?.said.find(({ parts }) => parts.includes(part))

async function change(
  documents: Documents,
  residentId: string,
  changed: (standing: SourcesFields | undefined) => SourcesFields,
): Promise<void> {
  const standing = await documents.get<SourcesFields>('residentSources', residentId)
  const fields = changed(standing?.fields)
  await putOver(documents, 'residentSources', residentId, standing, fields)
}
