import type { SeasonReport } from './runSeason'

/** What is not as it must be. */
export const faultsOf = ({ unmatched, latePushes, violations, stuck }: SeasonReport): string[] => [
  ...unmatched.map((day) => `not matched: ${day}`),
  ...latePushes.map((day) => `not sent in time: ${day}`),
  ...violations,
  ...(stuck > 0 ? [`${stuck} orders stuck`] : []),
]
