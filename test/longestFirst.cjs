const Sequencer = require('@jest/test-sequencer').default

/** The files that take longest: one of them started last would leave the other cores idle. */
const longest = [
  'test/crash/crash.test.ts',
  'test/cloudfunctions/keys/command.test.ts',
  'test/policy/damagedTables.test.ts',
  'test/rules/properties.test.ts',
]

/** On a fresh clone jest does not know yet what takes long, and would begin with the largest files. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.some((file) => path.replaceAll('\\', '/').endsWith(file))
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
