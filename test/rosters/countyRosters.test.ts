/** The five rosters go through the import: what it rejects is what was spoilt, row by row, and nothing else. */
import { columnLetters } from '../../cloudfunctions/_exports/columnLetters'
import { readRoster } from '../../cloudfunctions/_rosters/readRoster'
import type { RosterRow } from '../../cloudfunctions/_rosters/rosterFile'
import { importKind } from '../../shared/contracts/imports'
import sentences from '../../shared/imports/rejectSentences.json'
import { importSteps } from '../cloudfunctions/imports/importSteps'
import { startWorld, type World } from '../cloudfunctions/world/startWorld'
import { countyRosters } from './countyRosters'
import type { MadeRoster } from './makeRoster'

const region = 'rivertown'
const towns = ['样例镇', '示范乡', '演示街道办']
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const right = ({ lines }: MadeRoster): number => lines.filter(({ wrong }) => wrong === undefined).length

/** Row, column and sentence of everything that was spoilt, as the list of rejected rows should say it. */
async function expected({ file, lines }: MadeRoster): Promise<string[]> {
  const rows: RosterRow[] = []
  await readRoster(file, (row) => rows.push(row))
  const wrong = lines.filter((line) => line.wrong !== undefined)
  return wrong.map((line) => {
    const headings = rows.find(({ cells }) => cells.includes(line.wrong?.heading ?? ''))?.cells ?? []
    const column = columnLetters(headings.indexOf(line.wrong?.heading ?? '') + 1)
    const { why, mend } = sentences[line.wrong?.reason ?? 'twice']
    return [line.row, column, `${why}，${mend}`].join()
  })
}

test('of five rosters with errors of every kind, exactly the spoilt rows come back, each with its place and reason', async () => {
  const rosters = countyRosters(7, 99, towns)
  const steps = importSteps(await world.staff('bureau', { region, imports: importKind.options }))
  for (const kind of [
    'population',
    'employeeInsured',
    'civilAffairs',
    'ruralRevitalisation',
    'disabledFederation',
  ] as const) {
    const roster = rosters[kind]
    const read = await steps.read(kind, roster.file)
    expect([kind, read.refusal, read.rows, read.statedTotal]).toEqual([
      kind,
      null,
      roster.lines.length,
      roster.statedTotal,
    ])
    const tried = await steps.tryAgain(read, roster.lines.length)
    const told = (await steps.rejects(tried.importId)).split('\r\n').slice(2, -1)
    expect([kind, told.map((line) => line.split(',').slice(-3).join())]).toEqual([
      kind,
      await expected(roster),
    ])
    const { counts } = await steps.commit(tried.importId)
    expect([kind, counts.added + counts.changed]).toEqual([kind, right(roster)])
  }
})

test('the same seed makes the same files, another one others', () => {
  const files = (seed: number) => countyRosters(seed, 99, towns).civilAffairs.file.toString('base64')
  expect(files(3)).toBe(files(3))
  expect(files(3)).not.toBe(files(4))
})
