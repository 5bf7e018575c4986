import type { CrashReport } from './runCrash'

/** What is wrong with the books, a sentence each. */
export function faultsOf(report: CrashReport, payers: number): string[] {
  const { taken, takenFen, recorded, ledgerFen, enrolled, open, violations } = report
  return [
    ...(taken === payers ? [] : [`${payers} people paid once each, WeChat took ${taken} payments`]),
    ...(recorded === taken ? [] : [`WeChat took ${taken} payments, ${recorded} are recorded`]),
    ...(ledgerFen === takenFen ? [] : [`WeChat holds ${takenFen} fen, the ledger says ${ledgerFen}`]),
    ...(enrolled === payers ? [] : [`${payers} people paid, ${enrolled} are enrolled`]),
    ...(violations === 0 ? [] : [`the proof of the ledger finds ${violations} violations`]),
    ...(open === 0 ? [] : [`${open} orders are still open`]),
  ]
}
