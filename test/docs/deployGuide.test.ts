/** docs/how-to-deploy.md: whoever follows it makes every collection and every index that the functions look for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localIndexes } from '../../cloudfunctions/_local/localIndexes'

const guide = readFileSync('docs/how-to-deploy.md', 'utf8')
const between = (from: string, to: string): ReadonlySet<string> => {
  const part = guide.slice(guide.indexOf(from), guide.indexOf(to))
  return new Set([...part.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split(/\s+/)))
}

/** Names of collections as the functions write them where they call the store. */
const calls =
  /\b(?:get|find|insert|replace|put|putOver|pagesOf)(?:<[^(]*>)?\(\s*(?:[\w.]+,\s*)?'([a-z][A-Za-z]+)'|\bcollection(?: =|:) '([a-z][A-Za-z]+)'/g
const alarms = /\balarm\(\{ event: '(\w+)'/g

function inFunctions(what: RegExp, folder = 'cloudfunctions'): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === '_local' ? [] : inFunctions(what, path)
    return [...readFileSync(path, 'utf8').matchAll(what)].map(([, name, other]) => name ?? other ?? '')
  })
  return [...new Set(found)]
}

test('every collection is among those that the guide has made', () => {
  const made = between('2. **Collections.**', 'Set every one to')
  const collections = inFunctions(calls)
  expect(collections.length).toBeGreaterThan(40)
  expect(collections.filter((name) => !made.has(name))).toEqual([])
})

test('every alarm stands where the guide says what to watch', () => {
  const told = between('## Watching', '## Staff accounts')
  const raised = inFunctions(alarms)
  expect(raised.length).toBeGreaterThan(20)
  expect(raised.filter((event) => !told.has(event))).toEqual([])
})

test('every index of the local service is in the guide’s table, field by field', () => {
  const missing = Object.entries(localIndexes).flatMap(([collection, indexes]) => {
    // What only the simulator has is no collection of the cloud's.
    if (collection.startsWith('simulated')) return []
    const row = guide.split('\n').find((line) => line.trimStart().startsWith(`| \`${collection}\` |`)) ?? ''
    return indexes
      .map((fields) => `\`${[fields].flat().join(', ')}\``)
      .filter((written) => !row.includes(written))
      .map((written) => `${collection}: ${written}`)
  })
  expect(missing).toEqual([])
})
