/** A document as the server holds it. */
export interface ServerDocument {
  _id: string
  [field: string]: unknown
}

/** What the real service answers with, inside HTTP 200. */
export class ServerError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

interface Version {
  /** The count of commits when this version was written. */
  commit: number
  document: ServerDocument
}

interface Transaction {
  snapshot: number
  writes: Map<string, { collection: string; document: ServerDocument }>
  ended: Promise<void>
  end: () => void
}

const secondsOpen = 30

/**
 * Documents with all their versions, and transactions over them the way MongoDB has them: each reads one snapshot,
 * the first writer of a document wins, and a loser is aborted at once. Writes outside wait for an open writer.
 */
export class DocumentVersions {
  private commits = 0
  private opened = 0
  private readonly collections = new Map<string, Map<string, Version[]>>()
  private readonly transactions = new Map<string, Transaction>()

  /** All documents of a collection as a transaction, or anyone, sees them now. */
  all(collection: string, transactionId?: string): ServerDocument[] {
    const ids = [...this.collection(collection).keys()]
    return ids
      .map((id) => this.read(collection, id, transactionId))
      .filter((document) => document !== undefined)
  }

  read(collection: string, id: string, transactionId?: string): ServerDocument | undefined {
    const versions = this.collection(collection).get(id) ?? []
    if (transactionId === undefined) return versions.at(-1)?.document
    const { snapshot, writes } = this.transaction(transactionId)
    const own = writes.get(`${collection}/${id}`)
    return own?.document ?? versions.filter((version) => version.commit <= snapshot).at(-1)?.document
  }

  /** `change` sees the document of this moment, and answers what to write, or undefined for nothing. */
  async write(
    collection: string,
    id: string,
    change: (document: ServerDocument | undefined) => ServerDocument | undefined,
    transactionId?: string,
  ): Promise<boolean> {
    if (transactionId !== undefined) return this.writeInside(collection, id, change, transactionId)
    for (let writer = this.writerOf(collection, id); writer; writer = this.writerOf(collection, id))
      await writer.ended
    const document = change(this.read(collection, id))
    if (document) this.append(++this.commits, collection, document)
    return document !== undefined
  }

  start(): string {
    const id = `transaction-${++this.opened}`
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => (end = resolve))
    this.transactions.set(id, { snapshot: this.commits, writes: new Map(), ended, end })
    setTimeout(() => this.abort(id), secondsOpen * 1000).unref()
    return id
  }

  commit(transactionId: string): void {
    const { writes } = this.transaction(transactionId)
    const commit = ++this.commits
    for (const { collection, document } of writes.values()) this.append(commit, collection, document)
    this.abort(transactionId)
  }

  /** Also ends a transaction that has committed: what it has not written by then is gone. */
  abort(transactionId: string): void {
    this.transactions.get(transactionId)?.end()
    this.transactions.delete(transactionId)
  }

  private writeInside(
    collection: string,
    id: string,
    change: (document: ServerDocument | undefined) => ServerDocument | undefined,
    transactionId: string,
  ): boolean {
    const transaction = this.transaction(transactionId)
    try {
      const writer = this.writerOf(collection, id)
      const latest = this.collection(collection).get(id)?.at(-1)
      const beaten = (writer && writer !== transaction) || (latest && latest.commit > transaction.snapshot)
      if (beaten) throw new ServerError('DATABASE_TRANSACTION_CONFLICT', 'write conflict')
      const document = change(this.read(collection, id, transactionId))
      if (document) transaction.writes.set(`${collection}/${id}`, { collection, document })
      return document !== undefined
    } catch (error) {
      this.abort(transactionId)
      throw error
    }
  }

  private writerOf(collection: string, id: string): Transaction | undefined {
    return [...this.transactions.values()].find(({ writes }) => writes.has(`${collection}/${id}`))
  }

  private transaction(id: string): Transaction {
    const transaction = this.transactions.get(id)
    if (!transaction) throw new ServerError('DATABASE_REQUEST_FAILED', 'the transaction is not open')
    return transaction
  }

  private collection(name: string): Map<string, Version[]> {
    const collection = this.collections.get(name) ?? new Map<string, Version[]>()
    this.collections.set(name, collection)
    return collection
  }

  private append(commit: number, collection: string, document: ServerDocument): void {
    const documents = this.collection(collection)
    documents.set(document._id, [...(documents.get(document._id) ?? []), { commit, document }])
  }
}
