import { createHash } from 'node:crypto'
import { civilDayOf } from '../../_ports/clock'
import { addDays, isCivilDay, type CivilDay } from '../../../shared/rules/civilDay'
import { strangerRow, tradeRows, type TradeRow } from './billRows'
import { tradeBillText } from './billText'
import type { BillFault, Faults } from './faults'
import { refusal, type Outcome, type Shop } from './shop'
import { digits } from './simulatorKeys'

export interface Bills {
  /** 申请交易账单, by the address it was asked at. */
  tradeBill(url: string): Outcome
  /** 下载账单: the bytes, or a refusal. */
  file(token: string): Outcome | Buffer<ArrayBuffer>
}

/** How many files are kept for their tokens. */
const keptFiles = 16

/** The hour (Asia/Shanghai) from which the bill of the day before is there. */
const readyHour = 10

export function createBills(shop: Shop, faults: Faults<BillFault>): Bills {
  const files = new Map<string, Buffer<ArrayBuffer>>()

  /** Keeps the file and says where it is and what its hash must be. */
  const handOut = (text: string, url: string, fault: BillFault | undefined): Outcome => {
    const whole = Buffer.from(fault === 'writtenShort' ? text.slice(0, -10) : text)
    const token = digits(32)
    files.set(token, fault === 'cutOnTheWay' ? whole.subarray(0, whole.length / 2) : whole)
    for (const old of [...files.keys()].slice(0, -keptFiles)) files.delete(old)
    const hashed = fault === 'wrongHash' ? 'another file' : whole
    const base = fault === 'elsewhere' ? 'http://127.0.0.1:9/v3/bill/' : url
    return {
      status: 200,
      body: {
        hash_type: 'SHA1',
        hash_value: createHash('sha1').update(hashed).digest('hex'),
        download_url: new URL(`../billdownload/file?token=${token}`, base).href,
      },
    }
  }

  const tradeBill = (url: string): Outcome => {
    const {
      bill_date: day = '',
      bill_type: type = 'ALL',
      ...more
    } = Object.fromEntries(new URL(url).searchParams)
    const isKnown = type === 'ALL' && Object.keys(more).length === 0
    if (!isCivilDay(day) || !isKnown) return refusal(400, 'PARAM_ERROR', '参数错误')
    if (day >= civilDayOf(shop.now().toISOString())) return refusal(400, 'INVALID_REQUEST', '账单日期有误')
    const fault = faults.take()
    if (fault === 'creating' || !isReady(day, shop.now()))
      return refusal(400, 'STATEMENT_CREATING', '账单生成中')
    const rows = spoilt(tradeRows(shop, day), fault, strangerRow(shop, day))
    if (rows.length === 0) return refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    return handOut(tradeBillText(rows), url, fault)
  }

  return {
    tradeBill,
    file: (token) => files.get(token) ?? refusal(400, 'INVALID_REQUEST', '账单地址已失效'),
  }
}

const isReady = (day: CivilDay, now: Date): boolean =>
  now.getTime() >= Date.parse(`${addDays(day, 1)}T${readyHour}:00:00+08:00`)

/** The rows as the fault would have them; totals and hash then fit what was made of them. */
function spoilt(rows: TradeRow[], fault: BillFault | undefined, stranger: TradeRow): TradeRow[] {
  switch (fault) {
    case 'strangerRow':
      return [...rows, stranger]
    case 'missingRow':
      return rows.slice(1)
    case 'otherSum':
      return rows.map((row, index) => (index === 0 ? { ...row, fen: row.fen + 1 } : row))
    default:
      return rows
  }
}
