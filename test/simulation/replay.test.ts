import { simulate } from './simulate'

const traceOf = async (seed: number): Promise<string[]> => {
  const lines: string[] = []
  await simulate(seed, (line) => lines.push(line.replace(/"ms":\d+/, '')))
  return lines
}

test.each([3, 11, 35])('seed %i replays exactly, step for step', async (seed) => {
  const first = await traceOf(seed)
  expect(first.length).toBeGreaterThan(20)
  expect(await traceOf(seed)).toEqual(first)
})

test('another seed is another run', async () => {
  expect(await traceOf(1)).not.toEqual(await traceOf(2))
})
