import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from '../weapp/compile'
import { builtClient } from './built'
import { packageSizes } from './packageSizes'

const kilobyte = 1024

test('the main package of the mini-program is at most 600 KB', () => {
  expect(packageSizes(builtClient('weapp')).main / kilobyte).toBeLessThanOrEqual(600)
})

test('all packages a resident loads are at most 1.2 MB together', () => {
  const { main, subpackages } = packageSizes(builtClient('weapp'))
  const residents = Object.entries(subpackages).filter(([root]) => root !== 'workbench')
  const bytes = residents.reduce((sum, [, size]) => sum + size, main)
  expect(bytes / kilobyte).toBeLessThanOrEqual(1.2 * kilobyte)
})

function weigh(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

test('a file is weighed with the package it lies in, and each file once', () => {
  const sample = join(__dirname, '..', 'weapp', 'fixture')
  const more = weigh(join(sample, 'more'))
  expect(packageSizes(sample)).toEqual({ main: weigh(sample) - more, subpackages: { more } })
})
