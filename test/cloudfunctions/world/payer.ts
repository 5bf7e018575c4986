import { randomUUID } from 'node:crypto'
import type { Outcome, RequestOf } from '../../../shared/contracts/contract'
import type { Relation } from '../../../shared/contracts/fields'
import { Identify } from '../../../shared/contracts/identify'
import { StartPayment } from '../../../shared/contracts/startPayment'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { replyOf, type World } from './startWorld'

type Request = RequestOf<typeof StartPayment>

/** A caller with one person in the family, by default themselves, and the request their check page would send. */
export async function payer(
  world: World,
  openId: string,
  known: Partial<RosterPerson> = {},
  relation: Relation = 'self',
) {
  const person = await world.addPerson(known)
  return payerOf(world, openId, { ...person, relation })
}

type Named = Omit<Awaited<ReturnType<World['addPerson']>>, 'relation'> & { relation: Relation }

/** Another caller for somebody who is there already. */
export async function payerOf(world: World, openId: string, person: Named) {
  const ask = world.as(openId)
  const { residentId } = replyOf(await ask(Identify, person)).member
  const answers = { otherCover: 'none' as const }
  const owed = replyOf(await ask(WhatIOwe, { residentId, coverageYear: 2031, answers }))
  const expectFen = owed.owing.dueFen ?? 0
  const request: Request = {
    people: [{ residentId, expectFen }],
    coverageYear: 2031,
    key: randomUUID(),
    tableHash: owed.tableHash,
    otherCover: 'none',
  }
  return {
    ask,
    person,
    residentId,
    request,
    /** The same request with another sum shown. */
    showing: (fen: number) => ({ ...request, people: [{ residentId, expectFen: fen }] }),
    start: (change: Partial<Request> = {}) => ask(StartPayment, { ...request, ...change }),
  }
}

export const newKey = (): string => randomUUID()

/** What the phone got to pay with. @throws Error where it got something else. */
export function opened(outcome: Outcome<typeof StartPayment>) {
  const reply = replyOf(outcome)
  if (reply.kind !== 'wechat') throw new Error(`expected something to pay, got ${reply.kind}`)
  return { ...reply, prepayId: reply.invocation.package.replace('prepay_id=', '') }
}
