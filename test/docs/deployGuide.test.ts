/** docs/how-to-deploy.md: whoever follows it makes every collection and every index that the functions look for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localIndexes } from '../../cloudfunctions/_local/localIndexes'

const guide = readFileSync('docs/how-to-deploy.md', 'utf8')
const named = new Set([...guide.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split(/\s+/)))

/** Names of collections as the functions write them where they call the store. */
const calls = /\b(?:get|find|insert|replace|put|pagesOf)(?:<[^(]*>)?\(\s*(?:\w+,\s*)?'([a-z][A-Za-z]+)'/g

function collectionsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === '_local' ? [] : collectionsIn(path)
    return [...readFileSync(path, 'utf8').matchAll(calls)].map(([, name = '']) => name)
  })
}

test('every collection is named in the guide', () => {
  const collections = [...new Set(collectionsIn('cloudfunctions'))]
  expect(collections.length).toBeGreaterThan(40)
  expect(collections.filter((name) => !named.has(name))).toEqual([])
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
