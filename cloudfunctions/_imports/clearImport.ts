import type { ImportKind, ImportState } from '../../shared/contracts/imports'
import type { JobPorts } from '../_ports/ports'
import type { Documents, Fields, Store } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import {
  changeImport,
  chunkId,
  moveImport,
  nothingDepends,
  type Import,
  type ImportFields,
} from './importRecord'
import { listsIdentities } from './importKinds'
import { importTransitions, type ImportEvent } from './importStates'
import { emptyNumbers } from './doubtfulNumbers'
import { closeDoubtsOf } from './nameDoubts'
import { emptyMembers } from './rosterMembers'
import { changeTaken, type TakenRoster } from './rosterStanding'

type Clearing = Pick<JobPorts, 'store' | 'clock'>

/** Half done: whoever goes on needs the rows. */
const halfDone: readonly ImportState[] = ['committing', 'undoing']
/** Only what is committed may still be taken back, and keeps how everything was before. */
const isOver = (state: ImportState): boolean => state !== 'committed'

/** What a place holds once it is emptied: nothing is ever deleted. */
const emptied: Readonly<Record<string, Fields>> = {
  importParts: { sealed: null },
  importRows: { sealed: null },
  rosterMembers: { members: [], others: [], names: [] },
}
const emptiedOnceOver: Readonly<Record<string, Fields>> = {
  ...emptied,
  importRejects: { rejects: [] },
  importChanges: { changes: [], sealedContacts: null },
}

/**
 * Empties what is parked with an import, a place after the other, and notes how far it is, so that the next round goes on there. From
 * the first on nobody reads the rows any more, and one that nobody went on with is abandoned, or stays committed where it was only to be
 * taken back. True where all of it is empty.
 */
export async function clearImport(ports: Clearing, importId: string, goOn: () => boolean): Promise<boolean> {
  const standing = await claimed(ports, importId)
  if (!standing) return false
  const { state, parts, chunks, cleared, changedAt } = standing.fields
  const places = Math.max(parts, chunks)
  let place = cleared
  for (; place < places && goOn(); place += 1)
    await emptyPlace(ports.store, chunkId(importId, place), isOver(state) ? emptiedOnceOver : emptied)
  const isEmpty = place >= places
  if (isEmpty && listsIdentities(standing.fields.kind)) {
    await clearMembers(ports.store, standing)
    await closeDoubtsOf(ports.store, importId)
  }
  await ports.store.transaction(async (documents) => {
    const now = await documents.get<ImportFields>('imports', importId)
    if (now?.revision !== standing.revision) return
    await changeImport(documents, now, { rowsAre: isEmpty ? 'gone' : 'clearing', cleared: place, changedAt })
  })
  return isEmpty
}

/**
 * Of an import that is over, who stood on it. A whole roster that has stood for so long empties those of its kind before it: should it be
 * taken back after all, nothing is concluded from them.
 */
async function clearMembers(store: Store, { id, fields: { region, kind, state } }: Import): Promise<void> {
  if (isOver(state)) return forget(store, id)
  const before = await store.transaction(async (documents) => {
    let superseded: string[] = []
    await changeTaken(documents, region, (taken) => {
      superseded = supersededBy(taken, id, kind)
      return taken.map((one) => (superseded.includes(one.importId) ? { ...one, membersKept: false } : one))
    })
    return superseded
  })
  for (const importId of before) await forget(store, importId)
}

/** Nothing is concluded from a roster any more: whom it named goes. */
async function forget(store: Store, importId: string): Promise<void> {
  await emptyMembers(store, importId)
  await emptyNumbers(store, importId)
}

function supersededBy(taken: readonly TakenRoster[], importId: string, kind: ImportKind): string[] {
  const ofKind = taken.filter((one) => one.kind === kind)
  const at = ofKind.findIndex((one) => one.importId === importId && one.lists === 'everybody')
  return ofKind.slice(0, Math.max(0, at)).map((one) => one.importId)
}

/** The import, marked as being cleared; undefined where it is half done. */
const claimed = ({ store, clock }: Clearing, importId: string): Promise<Import | undefined> =>
  store.transaction(async (documents) => {
    const standing = await documents.get<ImportFields>('imports', importId)
    if (!standing || standing.fields.rowsAre === 'gone' || halfDone.includes(standing.fields.state))
      return undefined
    if (standing.fields.rowsAre === 'clearing') return standing
    const { state, chunks } = standing.fields
    // What a check has found so far is of a day long ago; the next one begins anew.
    const asCommitted = state === 'checking' ? { next: chunks, place: 0, dependents: nothingDepends } : {}
    const changes = { ...asCommitted, rowsAre: 'clearing', changedAt: clock.now() } as const
    return stateAfter<ImportState, ImportEvent>(importTransitions, state, 'lapsed')
      ? moveImport(documents, standing, { event: 'lapsed', by: null }, changes)
      : changeImport(documents, standing, changes)
  })

async function emptyPlace(
  documents: Documents,
  id: string,
  contents: Readonly<Record<string, Fields>>,
): Promise<void> {
  for (const [collection, fields] of Object.entries(contents)) {
    const standing = await documents.get(collection, id)
    if (standing) await documents.replace(collection, id, standing.revision, fields)
  }
}
