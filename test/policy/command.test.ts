import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPolicy } from '../../shared/policy/cli'
import { exportSchema } from '../../shared/policy/exportSchema'
import { loadTableFile, tablePaths } from '../../shared/policy/loadTables'
import { heard } from '../heard'
import { policyFolder, soundTables, textOf } from './damage/tryDamage'
import { copy, set, type Data } from './damage/data'

jest.setTimeout(60_000)

const root = join(__dirname, '../..')
const drafts = mkdtempSync(join(tmpdir(), 'drafts-'))
afterAll(() => rmSync(drafts, { recursive: true }))

const policy = (...args: string[]) => heard(() => runPolicy(args))

/** A draft of the first adopted table in a folder of its own. */
function draft(name: string, change: (data: Data) => void): string {
  const [adopted] = soundTables
  if (!adopted) throw new Error('no table')
  const data = copy(adopted.data)
  change(data)
  const folder = join(drafts, name, adopted.name.split('/')[0] ?? '')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${adopted.name.split('/')[1] ?? ''}.yaml`)
  writeFileSync(file, textOf(data))
  return file
}

describe('npm run policy -- check', () => {
  it('finds the adopted tables sound, and ends with what it answers', () => {
    const ended = (...args: string[]) =>
      spawnSync(process.execPath, ['--require', 'tsx/cjs', 'shared/policy/cli.ts', ...args], {
        cwd: root,
        encoding: 'utf8',
      })
    const { status, stdout } = ended('check')
    expect(stdout).toContain('sound')
    expect(status).toBe(0)
    expect(ended('prove').status).toBe(2)
  })

  it('finds the invented tables sound, with the words of their own folder', () => {
    expect(policy('check', 'test/policy-invented/tables').status).toBe(0)
  })

  it('names file, line and rule of a fault, and how to mend it', () => {
    const file = draft('faulty', (data) => set(data, ['subsidies', 2, 'amount'], { yuan: 900 }))
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('yuan: 900')) + 1
    const { status, out } = policy('check', file)
    expect(out).toMatch(
      new RegExp(`faulty/\\w+/\\d{4}\\.yaml:(${line}|${line - 1}) subsidy-above-fee: .+；请`),
    )
    expect(status).toBe(1)
  })

  it('takes a word of the draft folder, and refuses one that no list declares', () => {
    const file = draft('words', (data) => set(data, ['subsidies', 0, 'identities', 0], 'villageDoctor'))
    expect(policy('check', file).out).toContain('unknown-code')
    writeFileSync(
      join(drafts, 'words/vocabulary.yaml'),
      'identities:\n  villageDoctor: { name: 乡村医生, gloss: 在村卫生室执业的医生 }\n',
    )
    expect(policy('check', file)).toMatchObject({ status: 0 })
    expect(policy('check', join(drafts, 'words'))).toMatchObject({ status: 0 })
  })

  it('finds one county and year in two files', () => {
    const one = draft('twice', () => undefined)
    const { status, out } = policy(
      'check',
      one,
      draft('again', () => undefined),
    )
    expect(out).toContain('county-year-twice')
    expect(status).toBe(1)
  })

  it.each([
    ['a file that is not there', ['check', 'nowhere.yaml']],
    ['an unknown option', ['check', '--fix']],
    ['an unknown command', ['prove']],
    ['no command', []],
    ['a folder without a table', ['check', 'docs/decisions']],
  ])('cannot be used with %s', (_, args) => {
    expect(policy(...args).status).toBe(2)
  })

  it('explains itself', () => {
    expect(policy('--help')).toMatchObject({ status: 0 })
    expect(policy('check', '--help').out).toContain('npm run policy -- check')
  })
})

it('keeps the JSON Schema for editors current (npm run policy -- schema --write)', () => {
  expect(readFileSync(join(policyFolder, 'table.schema.json'), 'utf8')).toBe(exportSchema())
})

it('keeps every adopted table where its county and year say', () => {
  for (const file of tablePaths(join(policyFolder, 'tables'))) {
    const { table } = loadTableFile(file)
    expect(file.replaceAll('\\', '/')).toMatch(new RegExp(`/${table?.region}/${table?.coverageYear}\\.yaml$`))
  }
})
