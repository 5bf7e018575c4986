import type { ImportCrashReport } from './runImportCrash'

/** What is wrong after the kills; nothing where every row landed once, the numbers are the trial's, and taken back nobody is left. */
export function importFaultsOf(report: ImportCrashReport): string[] {
  const { right, tried, committed, residents, reached, noted, notedOnce, left, stayed } = report
  return [
    ...(tried.added === right ? [] : [`${right} rows are right, the trial says ${tried.added}`]),
    ...(JSON.stringify(tried) === JSON.stringify(committed)
      ? []
      : [`tried ${JSON.stringify(tried)}, committed ${JSON.stringify(committed)}`]),
    ...(residents === right ? [] : [`${right} rows are right, ${residents} residents stand`]),
    ...(reached === right ? [] : [`${right} people were written, ${reached} are found`]),
    ...(noted === right && notedOnce === right
      ? []
      : [`${noted} changes are noted, of ${notedOnce} residents`]),
    ...(left.residents === 0 && left.reached === 0 && stayed === 0
      ? []
      : [`taken back, ${left.residents} residents stand, ${left.reached} are found, ${stayed} stayed`]),
  ]
}
