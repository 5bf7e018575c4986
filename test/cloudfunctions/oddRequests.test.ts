/**
 * Whatever a request is made of, the answer is one the contract names, and nobody is woken for it: each field of every use case, one
 * after the other, is what no page sends.
 */
import { staffUseCases } from '../../cloudfunctions/staff/staffUseCases'
import type { Contract, Outcome, RequestOf } from '../../shared/contracts/contract'
import { Identify } from '../../shared/contracts/identify'
import { importKind } from '../../shared/contracts/imports'
import type { Role } from '../../shared/contracts/staff'
import { residentRequests } from './world/residentRequests'
import { staffRequests } from './world/staffRequests'
import { replyOf, startWorld, type World } from './world/startWorld'

const region = 'lakeside'
let world: World
beforeAll(async () => {
  world = await startWorld()
  for (const limit of Object.values<{ atMost: number }>({ ...world.service.settings.limits }))
    limit.atMost = Infinity
})
afterAll(() => world.stop())

const cursors = [[{}, 1], ['', '\u0000'], [9e99, 'x'], []].map((parts) =>
  Buffer.from(JSON.stringify(parts)).toString('base64url'),
)
const texts = [
  '',
  'x'.repeat(5000),
  '\u0000\uD800\u202E',
  '__proto__',
  '../../etc',
  '=1+1',
  // Pasted into the wrong field: a number that is somebody's, and a telephone's.
  '629999197001010013',
  '13800138000',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  'AAAA',
  'JVBERi0xLjQ=',
]
const numbers = [-1, 0, 1.5, 1e308, 2 ** 53, 2000, 2100, 4 * 1024 * 1024]
const others: readonly unknown[] = [null, true, [], {}, [[]], { $ne: null }]

/** What a field may be instead, and inside of it. */
function oddValues(value: unknown): unknown[] {
  if (typeof value === 'string') return [...texts, 1, ...others]
  if (typeof value === 'number') return [...numbers, '2031', ...others]
  if (Array.isArray(value))
    return [...others, Array(300).fill(value[0] ?? 'a'), ...oddValues(value[0] ?? 'a').map((each) => [each])]
  return typeof value === 'object' && value !== null
    ? [...others, ...oddRequests(value)]
    : [...others, 'a', 1]
}

const oddRequests = (request: object): object[] =>
  Object.entries(request).flatMap(([field, value]) =>
    oddValues(value).map((odd) => ({ ...request, [field]: odd })),
  )

/** As the page sends it, with more than it sends, and with each field odd. */
const asked = (request: object): object[] => [
  request,
  { ...request, region: 'rivertown', town: null, role: 'bureau', staffId: 'x', openId: 'x', fen: 1 },
  ...['x', '', ...cursors].map((cursor) => ({ ...request, cursor })),
  ...oddRequests(request),
]

const general = ['badRequest', 'tooMany', 'notAllowed']
const isNamed = (outcome: Outcome<Contract>, { refusals }: Contract): boolean =>
  outcome.kind === 'done' ||
  (outcome.kind === 'refused' && [...general, ...refusals].includes(outcome.refusal))

async function wrongs(
  contract: Contract,
  request: object,
  ask: (contract: Contract, request: RequestOf<Contract>) => Promise<Outcome<Contract>>,
): Promise<string[]> {
  const wrong: string[] = []
  for (const each of asked(request)) {
    const lines = world.lines.length
    const outcome = await ask(contract, each)
    const isWoken = world.lines.slice(lines).some((line) => 'alarm' in line)
    if (isWoken || !isNamed(outcome, contract)) wrong.push(JSON.stringify([each, outcome]).slice(0, 300))
  }
  return wrong
}

test('of residents', async () => {
  const person = await world.addPerson({ region })
  const ask = world.as('o-odd')
  const { residentId } = replyOf(await ask(Identify, person)).member
  const about = { region, coverageYear: 2031, residentId, orderNumber: 'NO-ORDER-1', born: '2030-11-01' }
  for (const [contract, request] of residentRequests(about))
    // Afterwards nobody would be left to ask about.
    if (contract.name !== 'forgetMe')
      expect([contract.name, await wrongs(contract, request, ask)]).toEqual([contract.name, []])
})

test('of the staff', async () => {
  const { residentId } = await world.addPerson({ region, town: '样例镇' })
  const desks = new Map<Role, Awaited<ReturnType<World['staff']>>>()
  for (const [contract, request] of staffRequests('NO-REFUND-1', undefined, undefined, residentId)) {
    const role = staffUseCases.get(contract.name)?.roles[0] ?? 'bureau'
    const account = { town: role === 'clerk' ? '样例镇' : null, imports: importKind.options }
    const ask = desks.get(role) ?? (await world.staff(role, account))
    desks.set(role, ask)
    expect([contract.name, await wrongs(contract, request as object, ask)]).toEqual([contract.name, []])
  }
})
