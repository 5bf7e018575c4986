/** How far a rotation (换主密钥) has come: `keyRotation/state`, so that a stopped one goes on and makes no second key. */
import { putOver } from '../_ports/put'
import type { Store, Stored } from '../_ports/store'

export type RotationFields = {
  /** The key everything is wrapped with in the end. */
  to: string
  /** Instants, UTC; finishedAt is null until every text that opens is rewrapped. */
  startedAt: string
  finishedAt: string | null
  rewrapped: number
}

const collection = 'keyRotation'
const id = 'state'

export const rotationState = (store: Store): Promise<Stored<RotationFields> | undefined> =>
  store.get<RotationFields>(collection, id)

/** The rotation to go on with: the one that was not finished, or a new one to the key `to`. */
export function beginRotation(store: Store, to: string, now: string): Promise<RotationFields> {
  return store.transaction(async (documents) => {
    const standing = await documents.get<RotationFields>(collection, id)
    if (standing && standing.fields.finishedAt === null) return standing.fields
    const fields: RotationFields = { to, startedAt: now, finishedAt: null, rewrapped: 0 }
    await putOver(documents, collection, id, standing, fields)
    return fields
  })
}

/** Writes down how far it has come. */
export async function noteRotation(store: Store, fields: RotationFields): Promise<void> {
  await store.transaction(async (documents) => {
    const standing = await documents.get<RotationFields>(collection, id)
    if (standing) await documents.replace(collection, id, standing.revision, fields)
  })
}
