import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import type { DownloadedBill } from '../../_ports/payments'
import { isCivilDay, type CivilDay } from '../../../shared/rules/civilDay'
import type { Ask, Question } from './createAsk'
import type { Download } from './createDownload'

/** WeChat's signed reply: where the file is and what its SHA-1 must be. */
const Statement = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().check(z.regex(/^[0-9a-fA-F]{40}$/)),
  download_url: z.string(),
})

/**
 * 申请交易账单 and 下载账单. WeChat signs only the first reply; the file is believed because its SHA-1
 * is the one that reply states.
 * @throws RangeError for a day the calendar does not have.
 */
export async function downloadBill(ask: Ask, download: Download, day: CivilDay): Promise<DownloadedBill> {
  const answer = await ask(question(day))
  if (answer.kind === 'error' && answer.code === 'NO_STATEMENT_EXIST') return { kind: 'empty' }
  if (answer.kind !== 'success') return { kind: 'notYet' }
  const statement = Statement.safeParse(answer.body)
  if (!statement.success) return { kind: 'notYet' }

  const bytes = await download(statement.data.download_url)
  if (!bytes) return { kind: 'notYet' }
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  if (sha1 !== statement.data.hash_value.toLowerCase()) return { kind: 'damaged' }
  return { kind: 'bill', text: bytes.toString('utf8'), sha1 }
}

function question(day: CivilDay): Question {
  if (!isCivilDay(day)) throw new RangeError('a bill is of one day of the calendar')
  return { method: 'get', path: 'v3/bill/tradebill', parameters: { bill_date: day, bill_type: 'ALL' } }
}
