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
  /** The next request with this action is answered with this error code and not carried out. */
  refuseNext(action: string, code: string): void
  /** How often each action has been asked for. */
  asked(action: string): number
  close(): Promise<void>
}

interface Wire {
  documents: DocumentVersions
  cuts: Map<string, 'before' | 'after'>
  refusals: Map<string, string>
  counts: Map<string, number>
}

/**
 * CloudBase's database as the SDK sees it: POST /admin with {action, …}, documents and filters as canonical EJSON,
 * errors as {code, message} with HTTP 200. The port 0 lets the system choose one.
 */
export async function startCloudbaseDouble(port = 0): Promise<CloudbaseDouble> {
  const wire: Wire = {
    documents: new DocumentVersions(),
    cuts: new Map(),
    refusals: new Map(),
    counts: new Map(),
  }
  const server = createServer((request, response) => void answer(wire, request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    cutOffNext: (action, when) => void wire.cuts.set(action, when),
    refuseNext: (action, code) => void wire.refusals.set(action, code),
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
  const reply = await replyTo(wire, request, body)
  if (cut === 'after') return void response.destroy()
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ requestId: 'double', ...reply }))
}

async function replyTo(wire: Wire, { headers }: IncomingMessage, request: Request): Promise<object> {
  try {
    if (!headers.authorization) throw new ServerError('SIGN_PARAM_INVALID', 'the request is not signed')
    const code = wire.refusals.get(request.action)
    wire.refusals.delete(request.action)
    if (code) throw new ServerError(code, 'refused because the test asked for it')
    return await answerAction(wire.documents, request)
  } catch (error) {
    if (error instanceof ServerError) return { code: error.code, message: error.message }
    return { code: 'SYS_ERR', message: String(error) }
  }
}
