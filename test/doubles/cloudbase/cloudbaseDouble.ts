import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { answerAction, type Request } from './actions'
import { DocumentVersions, ServerError } from './documentVersions'

export interface CloudbaseDouble {
  /** For `cloudbase.init({ serviceUrl })`. */
  url: string
  /** The next request with this action is cut off: before it is carried out, or after, so that no one knows. */
  cutOffNext(action: string, when: 'before' | 'after'): void
  /** How often each action has been asked for. */
  asked(action: string): number
  close(): Promise<void>
}

interface Wire {
  documents: DocumentVersions
  cuts: Map<string, 'before' | 'after'>
  counts: Map<string, number>
}

/**
 * CloudBase's database as the SDK sees it: POST /admin with {action, …}, documents and filters as canonical EJSON,
 * errors as {code, message} with HTTP 200. The port 0 lets the system choose one.
 */
export async function startCloudbaseDouble(port = 0): Promise<CloudbaseDouble> {
  const wire: Wire = { documents: new DocumentVersions(), cuts: new Map(), counts: new Map() }
  const server = createServer((request, response) => void answer(wire, request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    cutOffNext: (action, when) => void wire.cuts.set(action, when),
    asked: (action) => wire.counts.get(action) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(wire: Wire, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = JSON.parse(await text(request)) as Request
  wire.counts.set(body.action, (wire.counts.get(body.action) ?? 0) + 1)
  const cut = wire.cuts.get(body.action)
  wire.cuts.delete(body.action)
  if (cut === 'before') return void response.destroy()
  const reply = request.headers.authorization
    ? await replyTo(wire.documents, body)
    : { code: 'SIGN_PARAM_INVALID', message: 'the request is not signed' }
  if (cut === 'after') return void response.destroy()
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ requestId: 'double', ...reply }))
}

async function replyTo(documents: DocumentVersions, request: Request): Promise<object> {
  try {
    return await answerAction(documents, request)
  } catch (error) {
    if (error instanceof ServerError) return { code: error.code, message: error.message }
    return { code: 'SYS_ERR', message: String(error) }
  }
}
