import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { whyNotLocal } from '../../../cloudfunctions/_local/refuseProduction'
import { help, startOptions } from '../../../cloudfunctions/_local/startOptions'

test('without anything typed there are two thousand residents in the usual folder, on the demonstration’s day', () => {
  expect(startOptions([], '/usual')).toEqual({ help: false, residents: 2000, port: 5180, data: '/usual' })
})

test('what is typed is taken', () => {
  expect(
    startOptions(['--today', '2020-11-20', '--residents=9', '--port', '80', '--data', '/a b'], ''),
  ).toEqual({
    help: false,
    today: '2020-11-20',
    residents: 9,
    port: 80,
    data: '/a b',
  })
})

test.each([
  [['--today', '2020-02-30'], '2020-02-30'],
  [['--today', 'tomorrow'], 'tomorrow'],
  [['--residents', '0'], '--residents'],
  [['--residents', 'many'], 'many'],
  [['--port', '70000'], '--port'],
  [['--todey', '2020-11-20'], '--help'],
  [['extra'], '--help'],
  [['--port'], '--help'],
])('%j is answered with a sentence that names it', (typed, named) => {
  expect(() => startOptions(typed, '')).toThrow(named)
})

test.each([
  [{ NODE_ENV: 'production' }, 'NODE_ENV=production'],
  [{ TENCENTCLOUD_RUNENV: 'SCF' }, 'TENCENTCLOUD_RUNENV'],
  [{ SCF_FUNCTIONNAME: 'resident' }, 'SCF_FUNCTIONNAME'],
  [{ CBR_ENV_ID: 'env' }, 'CBR_ENV_ID'],
  [{ NODE_ENV: 'test' }, undefined],
  [{}, undefined],
])('%j', (environment, why) => {
  expect(whyNotLocal(environment)).toBe(why)
})

const start = (typed: string[], environment: Record<string, string> = {}) =>
  spawnSync(
    process.execPath,
    ['--require', 'tsx/cjs', join(__dirname, '../../../cloudfunctions/_local/start.ts'), ...typed],
    {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      timeout: 60_000,
    },
  )

test('the command itself refuses production before it touches anything, and explains itself', () => {
  const refused = start([], { NODE_ENV: 'production' })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('NODE_ENV=production')
  expect(refused.stderr).not.toContain('    at ')
  const explained = start(['--help'])
  expect(explained).toMatchObject({ status: 0, stdout: `${help}\n` })
}, 120_000)
