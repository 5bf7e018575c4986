/** The bugs themselves are planted by `npm run simulate -- --mutants`; here only whether each still has a place. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { patchedText, root } from './bundleSimulation'
import { allMutants } from './mutants/allMutants'

test.each(allMutants.map((mutant) => [mutant.says, mutant] as const))('fits once: %s', (_says, mutant) => {
  expect(patchedText(mutant)).not.toBe('')
  if (mutant.test !== undefined) expect(existsSync(join(root, mutant.test))).toBe(true)
})

test('there are at least forty, each another one', () => {
  expect(new Set(allMutants.map(({ says }) => says)).size).toBe(allMutants.length)
  expect(allMutants.length).toBeGreaterThanOrEqual(40)
})
