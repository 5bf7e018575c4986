const Sequencer = require('@jest/test-sequencer').default

/** The files that take longest: one of them started last would leave the other cores idle. */
const longest = [
  'test/journeys/month.test.ts',
  'test/journeys/weappResidents.test.ts',
  'test/journeys/weappStaff.test.ts',
  'test/journeys/household.test.ts',
  'test/crash/crash.test.ts',
  'test/cloudfunctions/keys/command.test.ts',
  'test/policy/damagedTables.test.ts',
  'test/rules/properties.test.ts',
]

/**
 * On a fresh clone jest does not know yet what takes long, and would begin with the largest files. Journeys are spread among the
 * others: each waits for its browser half of the time, and several at once wait for one another.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.some((file) => path.replaceAll('\\', '/').endsWith(file))
    const isJourney = ({ context }) => ['roads', 'journeys'].includes(context.config.displayName?.name)
    const sorted = super.sort(tests).toSorted((one, other) => isLong(other) - isLong(one))
    const inTurn = (group) => group.map((test, index) => ({ test, place: (index + 0.5) / group.length }))
    const [journeys, others] = [sorted.filter(isJourney), sorted.filter((test) => !isJourney(test))]
    return [...inTurn(journeys), ...inTurn(others)]
      .toSorted((one, other) => one.place - other.place)
      .map(({ test }) => test)
  }
}
