import { randomUUID } from 'node:crypto'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import type { RequestOf } from '../../../shared/contracts/contract'
import { Identify } from '../../../shared/contracts/identify'
import { RegisterNewborn, type NewbornSaid } from '../../../shared/contracts/registerNewborn'
import { StartPayment } from '../../../shared/contracts/startPayment'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { checkCharacter } from '../../../shared/identity/idNumber'
import type { PolicyTable } from '../../../shared/policy/table'
import { standInTables } from '../world/standInTables'
import { replyOf, startWorld, type World } from '../world/startWorld'

/** Days enough for every test: the world's clock stands at 2030-11-20. */
const stage = {
  label: '出生90天内',
  when: { born: { from: '2030-10-01', to: '2031-12-31' }, residence: ['hukou'] },
  within: [{ days: 90 }],
  charge: ['fee'],
  cover: 'birth',
  documents: { oneOf: ['birthCertificate', 'householdRegister'] },
  clause: '五',
}

/** `lakeside` with newborns; `counterside` takes them at counters, `bookside` wants a household register. */
function tables(): PolicyTable[] {
  const lakeside = standInTables.find(({ region }) => region === 'lakeside') as PolicyTable
  const with_ = (region: string, change: object): PolicyTable => ({
    ...lakeside,
    region,
    notice: { ...lakeside.notice, id: `${region}-2031` },
    newborn: { stages: [{ ...stage, ...change }] } as PolicyTable['newborn'],
  })
  return [
    with_('lakeside', {}),
    with_('otherside', {}),
    with_('counterside', { channels: ['bankCounter'] }),
    with_('bookside', { documents: { allOf: ['householdRegister'] } }),
  ]
}

/** A world whose places take newborns. */
export async function startNursery(): Promise<World> {
  const world = await startWorld()
  world.service.policies = servePolicies(tables())
  return world
}

let children = 0

/** A child of 2030-11-01 that nobody knows yet, and the ID number it will get. */
export function newChild() {
  children += 1
  const serial = String(children).padStart(3, '0')
  const first17 = `62999920301101${serial}`
  const idNumber = first17 + checkCharacter(first17)
  const sex = children % 2 === 1 ? ('male' as const) : ('female' as const)
  const said: NewbornSaid = {
    name: `王小样${serial}`,
    born: '2030-11-01',
    sex,
    number: { kind: 'birthCertificate', text: `X629990${serial}` },
    residence: 'hukou',
    couldNotEnrollInBirthYear: false,
  }
  return { said, idNumber, mistyped: `X629991${serial}` }
}

/** A caller who has said who they are, and what they may do about a child. */
export async function guardian(world: World, openId: string, region = 'lakeside') {
  const ask = world.as(openId)
  const self = await world.addPerson({ region })
  replyOf(
    await ask(Identify, {
      region,
      name: self.name,
      idNumber: self.idNumber,
      relation: 'self',
      consent: 'person-1',
    }),
  )
  const register = (child: NewbornSaid, place = region) =>
    ask(RegisterNewborn, { region: place, coverageYear: 2031, child, guardianConsent: 'guardian-1' })
  const pay = async (residentId: string, key: string = randomUUID()) => {
    const answers = { otherCover: 'none' as const }
    const owed = await ask(WhatIOwe, { residentId, coverageYear: 2031, answers })
    if (owed.kind !== 'done') return owed
    const { dueFen } = owed.reply.owing
    const request: RequestOf<typeof StartPayment> = {
      people: [{ residentId, expectFen: dueFen ?? 0 }],
      coverageYear: 2031,
      key,
      tableHash: owed.reply.tableHash,
      otherCover: 'none',
    }
    return ask(StartPayment, request)
  }
  return { ask, register, pay, self }
}
