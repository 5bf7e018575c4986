/** Who brings what: every role with every kind of list, of a whole region and of one town, as the service answers it. */
import { randomUUID } from 'node:crypto'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { importKind, type ImportKind } from '../../../shared/contracts/imports'
import { ListImports } from '../../../shared/contracts/listImports'
import { OpenImport } from '../../../shared/contracts/openImport'
import { role, type Role } from '../../../shared/contracts/staff'
import { OpenAccount } from '../../../shared/contracts/staffAccounts'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { WhoAmI } from '../../../shared/contracts/whoAmI'
import { makeWorkbook } from '../rosters/makeWorkbook'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps } from './importSteps'

const region = 'lakeside'
const town = '东样镇'
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const rosters: readonly ImportKind[] = [
  'civilAffairs',
  'ruralRevitalisation',
  'disabledFederation',
  'veterans',
  'health',
]
const registers: readonly ImportKind[] = ['population', 'employeeInsured']
/** Written down once more, so that a kind that slips into a role is noticed. */
const brings: Readonly<Record<Role, { region: readonly ImportKind[]; town: readonly ImportKind[] }>> = {
  clerk: { region: [], town: [...rosters, 'targets', 'counterPayments'] },
  bureau: { region: importKind.options, town: [] },
  tax: { region: ['counterPayments'], town: [] },
  finance: { region: [], town: [] },
  department: { region: [...registers, ...rosters], town: rosters },
  school: { region: [], town: [] },
  auditor: { region: [], town: [] },
}
const places = [null, town]
const desks = role.options.flatMap((one) => places.map((of) => [one, of] as const))
const pairs = desks.flatMap(([one, of]) => importKind.options.map((kind) => [one, of, kind] as const))
const whyNoDesk = (one: Role, of: string | null) => {
  if (of === null) return one === 'clerk' ? 'townMissing' : undefined
  return ['bureau', 'tax', 'finance', 'auditor'].includes(one) ? 'townNotForRole' : undefined
}
const isBrought = (one: Role, of: string | null, kind: ImportKind) =>
  brings[one][of === null ? 'region' : 'town'].includes(kind)
const begun = (kind: ImportKind) => ({
  ...{ kind, key: randomUUID(), fileName: '名单.xlsx', coverageYear: 2031, parts: 1 },
})

test.each(pairs)('%s of %s, %s: begins it or not, whatever the account says', async (one, of, kind) => {
  const ask = await world.staff(one, { region, town: of, imports: importKind.options })
  const outcome = await ask(BeginImport, begun(kind))
  if (isBrought(one, of, kind)) expect(outcome).toMatchObject({ kind: 'done', reply: { kind } })
  else expect(outcome).toEqual({ kind: 'refused', refusal: 'notAllowed' })
})

test.each(desks)('%s of %s: their page offers those kinds and no others', async (one, of) => {
  const ask = await world.staff(one, { region, town: of, imports: importKind.options })
  expect(replyOf(await ask(WhoAmI, {})).imports).toEqual(
    importKind.options.filter((kind) => isBrought(one, of, kind)),
  )
})

test.each(desks)('%s of %s: is given no account for another kind', async (one, of) => {
  const bureau = await world.staff('bureau')
  for (const kind of importKind.options) {
    const account = { key: randomUUID(), role: one, town: of, name: '样例新人', imports: [kind] }
    const outcome = await bureau(OpenAccount, account)
    const refusal = whyNoDesk(one, of) ?? 'importsNotForRole'
    if (isBrought(one, of, kind)) expect(outcome.kind).toBe('done')
    else expect(outcome).toEqual({ kind: 'refused', refusal })
  }
})

const headings = ['姓名', '身份证号码', '缴费金额', '缴费日期', '票据号', '缴费渠道']

test('the tax office brings what banks and halls took: it enrolls, stands in no town’s day, and what a town holds is the town’s to list', async () => {
  const steps = importSteps(await world.staff('tax', { region, imports: ['counterPayments'] }))
  const channels = ['银行网点', '乡镇代征', '学校']
  const people = await Promise.all(channels.map(() => world.addPerson({ region, town })))
  const rows = people.map(({ name, idNumber }, at) => [
    ...[name, idNumber, '400.00', '2030年11月3日', `PJ-20${at}`, channels[at] ?? ''],
  ])
  const { importId } = await steps.tried('counterPayments', makeWorkbook([headings, ...rows]))
  expect((await steps.commit(importId)).counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 2 })
  expect(await steps.rejects(importId)).toMatch(/3,F,这一笔是乡镇收的[\s\S]*4,F,这一笔是乡镇收的/)
  const enrolled = await Promise.all(
    people.map(({ residentId }) => world.store.get('enrollments', `${residentId}-2031`)),
  )
  expect(enrolled.map((one) => one?.fields.way)).toEqual(['counter', undefined, undefined])
  const days = await world.store.find('townDays', {
    where: { region },
    sort: { field: 'date', order: 'ascending' },
    limit: 10,
  })
  expect(days.documents).toEqual([])
})

test('what one office began is another’s neither to see nor to take back; the bureau answers for all', async () => {
  const clerk = await world.staff('clerk', { region, town, imports: ['counterPayments'] })
  const tax = await world.staff('tax', { region, imports: ['counterPayments'] })
  const bureau = await world.staff('bureau', { region, imports: importKind.options })
  const { name, idNumber } = await world.addPerson({ region, town })
  const row = [name, idNumber, '400.00', '2030年11月3日', 'PJ-300', '乡镇代征']
  const steps = importSteps(clerk)
  const { importId } = await steps.tried('counterPayments', makeWorkbook([headings, row]))
  await steps.commit(importId)
  const seenBy = async (ask: typeof tax) =>
    replyOf(await ask(ListImports, {})).imports.some((one) => one.importId === importId)
  expect(await seenBy(tax)).toBe(false)
  for (const contract of [OpenImport, UndoImport])
    expect(await tax(contract, { importId })).toEqual({ kind: 'refused', refusal: 'notFound' })
  expect(await seenBy(bureau)).toBe(true)
  expect(replyOf(await bureau(OpenImport, { importId })).import.state).toBe('committed')
})
