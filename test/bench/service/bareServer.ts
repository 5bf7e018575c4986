/**
 * What a callback cannot do without, and nothing else: one request, one document read, one document written, on the same
 * database. The service is held against it in the same run.
 */
import { createServer } from 'node:http'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'

process.on('message', ({ port, file }: { port: number; file: string }) => {
  const store = openSqliteStore(file)
  let serial = 0
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const id = `document-${(serial += 1)}`
      void store
        .get('bare', `document-${serial - 1}`)
        .then(() => store.insert('bare', id, { body: Buffer.concat(pieces).toString() }))
        .then(() => response.end())
    })
  })
  server.listen(port, '127.0.0.1', () => process.send?.('listening'))
})
