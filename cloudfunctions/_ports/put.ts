import type { Documents, Fields } from './store'

/** Writes a document whether or not it is there, inside a transaction: what stood there before is not looked at. */
export async function put(
  documents: Documents,
  collection: string,
  id: string,
  fields: Fields,
): Promise<void> {
  const standing = await documents.get(collection, id)
  if (standing) await documents.replace(collection, id, standing.revision, fields)
  else await documents.insert(collection, id, fields)
}
