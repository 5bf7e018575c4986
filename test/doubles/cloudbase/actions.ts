import { EJSON } from 'bson'
import { Query } from 'mingo'
import { update, type Modifier } from 'mingo/updater'
import { ServerError, type DocumentVersions, type ServerDocument } from './documentVersions'

/** The parts of a request that the store's calls fill in. */
export interface Request {
  action: string
  collectionName: string
  transactionId?: string
  /** Canonical EJSON, as are `order` and each item of `data`. */
  query?: string
  order?: string
  limit?: number
  data?: string | string[]
}

/** What the real service hands out at most, whatever limit is asked for. */
const cap = 1000

export async function answerAction(documents: DocumentVersions, request: Request): Promise<object> {
  switch (request.action) {
    case 'database.insertDocument':
      return { data: { insertedIds: await insert(documents, request) } }
    case 'database.getDocument':
      return {
        data: {
          list: find(documents, request).map((document) => EJSON.stringify(document, { relaxed: false })),
        },
      }
    case 'database.modifyDocument':
      return { data: { updated: await modify(documents, request) } }
    case 'database.startTransaction':
      return { transactionId: documents.start() }
    case 'database.commitTransaction':
      documents.commit(transactionOf(request))
      return {}
    case 'database.abortTransaction':
      documents.abort(transactionOf(request))
      return {}
    default:
      throw new ServerError('INVALID_ACTION', `the double does not know ${request.action}`)
  }
}

async function insert(documents: DocumentVersions, request: Request): Promise<string[]> {
  const inserted = [request.data ?? []].flat().map((item) => parse<ServerDocument>(item))
  for (const document of inserted) {
    const refuseSecond = (existing: ServerDocument | undefined): ServerDocument => {
      if (existing)
        throw new ServerError('DATABASE_DUPLICATE_WRITE', 'E11000 duplicate key error, index: _id_')
      return document
    }
    await documents.write(request.collectionName, document._id, refuseSecond, request.transactionId)
  }
  return inserted.map((document) => document._id)
}

function find(documents: DocumentVersions, request: Request): ServerDocument[] {
  const originals = new Map(
    candidates(documents, request).map((document) => [comparableOf(document), document]),
  )
  const matches = filterOf(request).find<object>([...originals.keys()])
  if (request.order) matches.sort(parse<Record<string, 1 | -1>>(request.order))
  const found = matches.limit(Math.min(request.limit ?? cap, cap)).all()
  return found.map((match) => originals.get(match)).filter((document) => document !== undefined)
}

/** The one document when the filter names its id, as the index on `_id` would find it; else all. */
function candidates(documents: DocumentVersions, request: Request): ServerDocument[] {
  const { _id } = parse<{ _id?: unknown }>(request.query || '{}')
  if (typeof _id !== 'string') return documents.all(request.collectionName, request.transactionId)
  const document = documents.read(request.collectionName, _id, request.transactionId)
  return document ? [document] : []
}

/** Counts what was changed. Each document is judged again at the moment of writing, as the server does. */
async function modify(documents: DocumentVersions, request: Request): Promise<number> {
  const { collectionName, transactionId } = request
  const modifier = parse<Modifier<ServerDocument>>(String(request.data))
  const filter = filterOf(request)
  let updated = 0
  for (const { _id } of find(documents, request)) {
    const change = (document: ServerDocument | undefined): ServerDocument | undefined => {
      if (!document || !filter.test(comparableOf(document))) return undefined
      const changed = structuredClone(document)
      update(changed, modifier)
      return changed
    }
    if (await documents.write(collectionName, _id, change, transactionId)) updated++
  }
  return updated
}

function filterOf(request: Request): Query<object> {
  return new Query<object>(comparable(parse(request.query || '{}')) as object, {})
}

function transactionOf({ transactionId }: Request): string {
  if (!transactionId) throw new ServerError('INVALID_PARAM', 'transactionId is missing')
  return transactionId
}

function parse<T>(text: string): T {
  return EJSON.parse(text) as unknown as T
}

/** MongoDB orders text by UTF-8 bytes, mingo by UTF-16 units: with a character per byte the two agree. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value, 'utf8').toString('latin1')
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, comparable(member)]))
}

/** Documents never change once written, so each is turned only once. */
const comparables = new WeakMap<ServerDocument, object>()

function comparableOf(document: ServerDocument): object {
  const known = comparables.get(document) ?? (comparable(document) as object)
  comparables.set(document, known)
  return known
}
