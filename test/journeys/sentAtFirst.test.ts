import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { h5 } from './startService'

test('what a browser needs for its first page is at most 150 KB as sent', () => {
  const index = readFileSync(join(h5, 'index.html'), 'utf8')
  const named = [...index.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file = '']) => file)
  expect(named).toEqual(
    expect.arrayContaining([expect.stringMatching(/^js\//), expect.stringMatching(/^css\//)]),
  )
  const bytes = ['index.html', ...named].map((file) => gzipSync(readFileSync(join(h5, file))).length)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150 * 1024)
})
