import { isCivilDay } from '../../shared/rules/civilDay'
import { BillError, type BillLine } from './billTable'

/** Yuan with two decimals as whole fen, no float between. @throws BillError */
export function fenIn(line: BillLine, column: string): number {
  const written = /^(\d{1,13})\.(\d\d)$/.exec(line.cell(column))
  if (!written) throw new BillError('sum', line.row)
  return Number(`${written[1]}${written[2]}`)
}

/** @throws BillError */
export function countIn(line: BillLine, column: string): number {
  const written = /^\d{1,9}$/.exec(line.cell(column))
  if (!written) throw new BillError('sum', line.row)
  return Number(written[0])
}

/** A moment written in Beijing's time, as an instant in UTC. @throws BillError */
export function instantIn(line: BillLine, column: string): string {
  const written = /^(\d{4}-\d\d-\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(line.cell(column))
  const [, day = '', time = ''] = written ?? []
  if (!isCivilDay(day)) throw new BillError('time', line.row)
  return new Date(`${day}T${time}+08:00`).toISOString()
}

/** A number or word that must be there; WeChat writes `0` where a payment has no refund. @throws BillError */
export function wordIn(line: BillLine, column: string): string {
  const written = line.cell(column)
  if (written === '' || written === '0') throw new BillError('word', line.row)
  return written
}
