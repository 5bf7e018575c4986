/** 查验: whether a printed record is still so, for whoever holds the paper. Says valid or invalid, and nothing else. */
import { isValid } from '../_certificates/certificateRecord'
import { mayCheckCertificate } from '../_limits/mayCheckCertificate'
import { errorLine } from '../_ports/errorLine'
import type { ServicePorts } from '../_ports/ports'
import { checkPage } from './checkPage'

export interface CheckReply {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

/** `source` is where the request comes from, as the platform says. */
export async function checkCertificate(
  { token, source }: { token: string; source: string },
  ports: ServicePorts,
): Promise<CheckReply> {
  try {
    const attempt = await mayCheckCertificate(ports, source)
    if (!attempt) return reply(429, 'tooMany')
    const valid = await isValid(ports, token)
    if (valid) await attempt.takeBack()
    ports.log.info({ event: 'certificateChecked', valid })
    return reply(200, valid ? 'valid' : 'invalid')
  } catch (thrown) {
    ports.log.alarm({ event: 'certificateNotChecked', ...errorLine(thrown) })
    return reply(500, 'outage')
  }
}

export const reply = (status: number, outcome: Parameters<typeof checkPage>[0]): CheckReply => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  },
  body: checkPage(outcome),
})
