import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { complaint } from '../../client/src/texts/complaint'
import { enrollment } from '../../client/src/texts/enrollment'
import { handoff } from '../../client/src/texts/handoff'
import { policy } from '../../client/src/texts/policy'
import { refund } from '../../client/src/texts/refund'
import { remind } from '../../client/src/texts/remind'
import { sentProofs } from '../../client/src/texts/sentProofs'
import { why } from '../../client/src/texts/why'
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

/** Code shared by pages of a subpackage alone must lie with them: the bundler would carry it to the main package. */
test('the main package does not carry what only the subpackage says', () => {
  const dist = builtClient('weapp')
  const saying = (words: string) =>
    filesBelow(dist).filter(
      (file) => file.endsWith('.js') && readFileSync(join(dist, file), 'utf8').includes(words),
    )
  const said = [
    policy.earlierFirst,
    sentProofs.private,
    complaint.factsNone,
    policy.listHint,
    why.notAdded,
    handoff.recorded,
    refund.consequence,
    enrollment.hidden,
    remind.whenItHappens,
  ]
  for (const words of said) {
    const files = saying(words)
    expect(files).not.toEqual([])
    // The desk's subpackage may say it as well: no resident loads that.
    expect(files.filter((file) => !/^(more|workbench)\//.test(file))).toEqual([])
  }
})

function weigh(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

test('a file is weighed with the package it lies in, and each file once', () => {
  const sample = join(__dirname, '..', 'weapp', 'fixture')
  const more = weigh(join(sample, 'more'))
  expect(packageSizes(sample)).toEqual({ main: weigh(sample) - more, subpackages: { more } })
})
