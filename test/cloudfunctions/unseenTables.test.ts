/**
 * Tables nobody has seen: the real ones and the guide's with sections left out or left open, each driven through every use case.
 * Nothing breaks, no sum is invented, no clause is cited that the table does not have. By itself with everything open at once, a
 * table each; `npm run test:damage` tries every single change.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { servePolicies } from '../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { staffUseCases } from '../../cloudfunctions/staff/staffUseCases'
import type { Contract, Outcome, RequestOf } from '../../shared/contracts/contract'
import { FindAtCounter } from '../../shared/contracts/counterPayments'
import { ListForms, PrepareForm, PreviewForm } from '../../shared/contracts/forms'
import { Identify } from '../../shared/contracts/identify'
import { importKind } from '../../shared/contracts/imports'
import { CountProgress, ReadProgress, ReadWorkFund } from '../../shared/contracts/progress'
import type { Role } from '../../shared/contracts/staff'
import { ContinueMatch } from '../../shared/contracts/staffMatch'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { PolicyTable } from '../../shared/policy/table'
import type { Data } from '../policy/damage/data'
import { soundTables } from '../policy/damage/tryDamage'
import { bareVariant, legalVariants } from '../policy/legalVariants'
import { citableClauses } from '../rules/citableClauses'
import { impliedSums } from '../rules/impliedSums'
import { residentRequests } from './world/residentRequests'
import { staffRequests } from './world/staffRequests'
import { replyOf, startWorld, type World } from './world/startWorld'

const guide = readFileSync(join(__dirname, '../../docs/add-a-county-year.md'), 'utf8')
const ofGuide = parse(/^```yaml table\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '', { schema: 'core' }) as Data
const sources = [...soundTables, { name: 'qinghe/2025', data: ofGuide }]
const isAll = process.env.UNSEEN_TABLES === 'all'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test.each(sources)(
  '$name',
  async ({ name, data }) => {
    const region = name.replace('/', '-')
    const variants = isAll ? legalVariants(data, region) : []
    for (const { what, table } of [...variants, bareVariant(data, region)]) {
      world.service.policies = servePolicies([table])
      expect([what, await wrongsOf(table)]).toEqual([what, []])
    }
  },
  isAll ? 300_000 : 30_000,
)

type Ask = Awaited<ReturnType<World['staff']>>

/** What went wrong, by use case. */
async function wrongsOf(table: PolicyTable): Promise<string[]> {
  const { region, coverageYear } = table
  const wrongs: string[] = []
  const clauses = citableClauses(table)
  const sums = impliedSums(table)
  const heard = (name: string, outcome: Outcome<Contract>): void => {
    if (outcome.kind === 'outage') wrongs.push(`${name}: outage`)
    // The forms of a notice are data of their own, beside its table.
    if (name === ListForms.name) return
    for (const [, clause = ''] of JSON.stringify(outcome).matchAll(/"([a-z0-9-]+#[^"]+)"/g))
      if (!clauses.has(clause)) wrongs.push(`${name}: ${clause}`)
  }
  const summed = (name: string, fen: number | null, possible: ReadonlySet<number>): void => {
    if (fen !== null && !possible.has(fen)) wrongs.push(`${name}: ${fen} fen`)
  }
  const town = table.targets?.rows[0]?.name ?? '样例镇'
  const unknown = { identities: null, lastCovered: null }
  const poor = { identities: [{ code: 'ruralDibao/1', since: `${coverageYear - 1}-11-05` }] }
  const people = await Promise.all(
    [unknown, poor].map((known) => world.addPerson({ region, town, ...known })),
  )
  const desks = new Map<Role, Ask>()
  const desk = async (role: Role): Promise<Ask> => {
    const account = { region, town: role === 'clerk' ? town : null, imports: importKind.options }
    const ask = desks.get(role) ?? (await world.staff(role, account))
    desks.set(role, ask)
    return ask
  }

  async function residents(): Promise<void> {
    for (const person of people) {
      const phone = world.as(`o-${person.residentId}`)
      heard(Identify.name, await phone(Identify, { ...person, region }))
      const { residentId } = person
      const asked = {
        region,
        coverageYear,
        residentId,
        orderNumber: 'NO-ORDER-1',
        born: `${coverageYear}-01-02`,
      }
      for (const [contract, request] of residentRequests(asked))
        if (contract.name !== 'forgetMe') heard(contract.name, await phone(contract, request))
      const { owing } = replyOf(await phone(WhatIOwe, { residentId, coverageYear }))
      summed(WhatIOwe.name, owing.dueFen, sums.dues)
      summed(WhatIOwe.name, owing.standardFen, sums.fees)
    }
  }

  async function offices(day: string): Promise<void> {
    const [, person] = people
    if (!person) return
    const { name, idNumber, residentId } = person
    for (const [contract, words] of staffRequests('no-such-refund', undefined, undefined, residentId)) {
      const ask = await desk(staffUseCases.get(contract.name)?.roles[0] ?? 'bureau')
      const request = ofPlace(words, { region, coverageYear, day, town })
      if ('idNumber' in request) Object.assign(request, { name, idNumber })
      const outcome = await ask(contract, request as RequestOf<Contract>)
      heard(contract.name, outcome)
      if (contract.name !== FindAtCounter.name || outcome.kind !== 'done') continue
      for (const fen of (outcome.reply as { sums: number[] }).sums) summed(FindAtCounter.name, fen, sums.dues)
    }
    const bureau = await desk('bureau')
    const matchId = `${region}-${coverageYear}-${day.slice(0, 7)}`
    for (let round = 0; round < 3; round += 1)
      heard(ContinueMatch.name, await bureau(ContinueMatch, { matchId }))
    heard(CountProgress.name, await bureau(CountProgress, { coverageYear, anew: true }))
    heard(ReadProgress.name, await bureau(ReadProgress, { coverageYear }))
    const { fund } = replyOf(await bureau(ReadWorkFund, { coverageYear }))
    if (fund && !table.workFund) wrongs.push('a work fund that no notice gives')
    await forms(await desk('clerk'))
  }

  async function forms(ask: Ask): Promise<void> {
    for (const { key: form } of replyOf(await ask(ListForms, {})).forms) {
      const wanted = {
        key: randomUUID(),
        form,
        town,
        village: null,
        from: null,
        to: null,
        filled: true,
        blankRows: 2,
      }
      const made = await ask(PrepareForm, wanted)
      heard(`${PrepareForm.name} ${form}`, made)
      if (made.kind === 'done')
        heard(`${PreviewForm.name} ${form}`, await ask(PreviewForm, { formId: made.reply.formId }))
    }
  }

  for (const day of [
    `${coverageYear - 1}-11-20`,
    ...(isAll ? [`${coverageYear}-03-02`, `${coverageYear + 1}-01-05`] : []),
  ]) {
    world.setClock(day, '10:00')
    await residents()
    await offices(day)
  }
  return [...new Set(wrongs)]
}

/** A request of the stand-in places, about this one. */
const ofPlace = (
  request: RequestOf<Contract>,
  { region, coverageYear, day, town }: { region: string; coverageYear: number; day: string; town: string },
): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(request)
      .replaceAll('2031', String(coverageYear))
      .replaceAll('2030-11-20', day)
      .replaceAll('2030-11', day.slice(0, 7))
      .replaceAll('lakeside', region)
      .replaceAll('样例镇', town),
  ) as Record<string, unknown>
