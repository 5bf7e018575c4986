import type { Fields, Store, Stored } from '../../_ports/store'
import { StoreMisuse } from '../storage/storeMisuse'
import { storeOn } from '../storage/storeOn'
import type { Bound, Selection } from '../storage/selection'
import type { CloudbaseDatabase } from './storeDatabase'
import { copyOf, isDuplicate, newDocument, storedFrom, type CloudbaseDocument } from './storeDocument'
import { cloudbaseTransaction } from './storeTransaction'

/**
 * The store on CloudBase's document database (云开发数据库). Collections must exist; each query of a use case
 * wants an index on `fields.<name>` for its conditions and sort, ending in `_id`.
 *
 * Off the cloud the SDK keeps connections alive and sends a request again if the other side has closed one
 * meanwhile, so an insert that did land may then answer `exists`. Cloud functions do not keep connections.
 */
export function createCloudbaseStore(database: CloudbaseDatabase): Store {
  const command = database.command
  return storeOn({
    async get<F extends Fields>(collection: string, id: string) {
      const { data } = await database.collection(collection).doc(id).get()
      const [document] = data as CloudbaseDocument[]
      return document && storedFrom<F>(document)
    },
    async insert(collection, id, fields) {
      try {
        await database.collection(collection).add(newDocument(id, fields))
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'exists'
        throw error
      }
    },
    async replace(collection, id, revision, fields) {
      // A plain object would be merged into the old one, and an empty one ignored: only `set` replaces.
      const { updated } = await database
        .collection(collection)
        .where({ _id: id, revision })
        .update({ revision: revision + 1, fields: command.set(copyOf(fields)) })
      return updated === 1 ? 'replaced' : 'stale'
    },
    select: (collection, selection) => select(database, collection, selection),
    attempt: (work) => cloudbaseTransaction(database, work),
  })
}

async function select(
  database: CloudbaseDatabase,
  collection: string,
  selection: Selection,
): Promise<Stored[]> {
  const direction = selection.sort.order === 'ascending' ? 'asc' : 'desc'
  const { data } = await database
    .collection(collection)
    .where(filterOf(database, selection))
    .orderBy(path(selection.sort.field), direction)
    .orderBy('_id', direction)
    .limit(selection.limit)
    .get()
  const documents = (data as CloudbaseDocument[]).map((document) => storedFrom(document))
  for (const { fields } of documents) refuseLists(collection, selection, fields)
  return documents
}

function filterOf({ command }: CloudbaseDatabase, { bounds, sort, after }: Selection): object {
  const field = path(sort.field)
  const conditions: object[] = bounds.map((bound) => ({
    [path(bound.field)]: command[bound.operator](bound.value),
  }))
  // Sort fields without text or number would rank differently in the two databases.
  conditions.push(command.or({ [field]: command.gte('') }, { [field]: command.gte(-Number.MAX_VALUE) }))
  if (after) {
    const beyond = sort.order === 'ascending' ? 'gt' : 'lt'
    const further: object[] = [
      { [field]: command[beyond](after.value) },
      command.and({ [field]: command.eq(after.value) }, { _id: command[beyond](after.id) }),
    ]
    const rest = otherTypeBeyond(sort.order, after.value)
    if (rest) further.push({ [field]: command[rest.operator](rest.value) })
    conditions.push(command.or(...further))
  }
  return command.and(...conditions)
}

/** Comparisons stay within a type, but numbers come before text: past the one there may still be the other. */
function otherTypeBeyond(
  order: Selection['sort']['order'],
  value: string | number,
): Pick<Bound, 'operator' | 'value'> | undefined {
  if (order === 'ascending' && typeof value === 'number') return { operator: 'gte', value: '' }
  if (order === 'descending' && typeof value === 'string')
    return { operator: 'gte', value: -Number.MAX_VALUE }
  return undefined
}

/** MongoDB compares a list item by item, SQLite does not: the port has no answer for it, so it is a bug. */
function refuseLists(collection: string, { bounds, sort }: Selection, fields: Fields): void {
  for (const field of [sort.field, ...bounds.map((bound) => bound.field)]) {
    if (Array.isArray(fields[field]))
      throw new StoreMisuse(`${collection}.${field}: a list cannot be searched or sorted`)
  }
}

function path(field: string): string {
  return `fields.${field}`
}
