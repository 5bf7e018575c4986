import type { Documents, Fields, Stored } from './store'

/**
 * Writes a document whether or not it is there: what stood there is not looked at. Outside a transaction either of two who write at the
 * same moment may win.
 */
export const put = async (
  documents: Documents,
  collection: string,
  id: string,
  fields: Fields,
): Promise<void> => putOver(documents, collection, id, await documents.get(collection, id), fields)

/** The same where it has been read already, and is `standing` or not there. */
export async function putOver(
  documents: Documents,
  collection: string,
  id: string,
  standing: Pick<Stored, 'revision'> | undefined,
  fields: Fields,
): Promise<void> {
  if (standing) await documents.replace(collection, id, standing.revision, fields)
  else await documents.insert(collection, id, fields)
}
