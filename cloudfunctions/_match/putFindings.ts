import type { Documents, Store } from '../_ports/store'
import type { Finding, FindingFields } from './findingRecord'

/** So many documents in one transaction, like the chunks of an import. */
const perTransaction = 100

/** Writes what a part found. What is decided stays as it is; what is still open says what was found last. */
export async function putFindings(store: Store, findings: ReadonlyMap<string, FindingFields>): Promise<void> {
  const all = [...findings]
  for (let at = 0; at < all.length; at += perTransaction)
    await store.transaction(async (documents) => {
      for (const [id, fields] of all.slice(at, at + perTransaction)) await putFinding(documents, id, fields)
    })
}

async function putFinding(documents: Documents, id: string, fields: FindingFields): Promise<void> {
  if ((await documents.insert('matchFindings', id, fields)) === 'inserted') return
  const standing = await documents.get<FindingFields>('matchFindings', id)
  if (standing && isOutdated(standing, fields))
    await documents.replace('matchFindings', id, standing.revision, fields)
}

const isOutdated = ({ fields }: Finding, { says }: FindingFields): boolean =>
  fields.state === 'open' && fields.says !== says
