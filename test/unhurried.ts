import schedule from '../cloudfunctions/_wiring/schedule.json'

/** The schedule of production, but what walks a county goes on to its end: on a busy machine a round's seconds are over before. */
export const unhurried = {
  ...schedule,
  tallySeconds: 300,
  duplicateSeconds: 300,
  matchSeconds: 300,
  progressSeconds: 300,
}
