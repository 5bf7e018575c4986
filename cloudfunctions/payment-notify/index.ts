/** Entry for WeChat Pay over CloudBase's HTTP access (HTTP 访问服务). Nobody can reach it by callFunction. */
import { connectCloud } from '../_wiring/connectCloud'
import { receiveNotification } from './receiveNotification'

/** A request as CloudBase's HTTP access hands it on. */
interface HttpEvent {
  httpMethod?: string
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

const answer = (statusCode: number) => ({ statusCode, headers: { 'content-type': 'text/plain' }, body: '' })

export async function main(event: HttpEvent) {
  if (event.httpMethod !== 'POST') return answer(405)
  const service = await connectCloud()
  if (service.kind === 'outage') return answer(500)
  const { status } = await receiveNotification(
    { body: bodyOf(event), headers: lowered(event.headers) },
    service.ports,
  )
  return answer(status)
}

/** The bytes as they were signed. */
const bodyOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body

const lowered = (headers: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
