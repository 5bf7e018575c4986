import { simulateOptions } from './command/simulateOptions'

test.each([
  [[], { kind: 'seeds', from: 0, count: 10_000 }],
  [['--seeds', '5', '--seed', '7', '--workers', '1'], { kind: 'seeds', from: 7, count: 5, workers: 1 }],
  [['--seed', '7'], { kind: 'replay', seed: 7 }],
  [['--mutants'], { kind: 'mutants', words: [] }],
  [['--mutants', 'claim'], { kind: 'mutants', words: ['claim'] }],
  [['--help'], { kind: 'help' }],
])('%j is understood', (words, command) => {
  expect(simulateOptions(words)).toMatchObject(command)
})

test.each([
  [['--seeds']],
  [['--seeds', '0']],
  [['--seed', '-1']],
  [['--workers', 'two']],
  [['--fast']],
  [['seven']],
])('%j is wrong', (words) => {
  expect(simulateOptions(words).kind).toBe('wrong')
})
