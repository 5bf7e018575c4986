import type { ImportCrashReport } from './runImportCrash'

/** What is wrong after the kills; nothing where every row landed once and the numbers are the trial's. */
export function importFaultsOf(report: ImportCrashReport): string[] {
  const { right, tried, committed, residents, reached, noted, notedOnce } = report
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
  ]
}
