/** Entry for whoever scans a printed record, over CloudBase's HTTP access (HTTP 访问服务). Believes nothing that is sent. */
import { connectCloud } from '../_wiring/connectCloud'
import { checkCertificate, reply, type CheckReply } from './checkCertificate'

/** A request as CloudBase's HTTP access hands it on. */
interface HttpEvent {
  httpMethod?: string
  path?: string
  headers?: Record<string, string>
}

export async function main(event: HttpEvent) {
  if (event.httpMethod !== 'GET') return answer({ status: 405, headers: {}, body: '' })
  const service = await connectCloud()
  if (service.kind === 'outage') return answer(reply(500, 'outage'))
  const token = event.path?.split('/').at(-1) ?? ''
  return answer(await checkCertificate({ token, source: sourceOf(event.headers) }, service.ports))
}

const answer = ({ status, headers, body }: CheckReply) => ({ statusCode: status, headers, body })

/** The gateway's own word on who connected; a visitor cannot set it. */
function sourceOf(headers: Record<string, string> = {}): string {
  const [, address] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-real-ip') ?? []
  return address ?? 'unknown'
}
