/** What a household does on its phone: says who it is, looks what it owes, pays for everybody at once. */
import { answerResident } from '../../cloudfunctions/resident/answerResident'
import { receiveNotification } from '../../cloudfunctions/payment-notify/receiveNotification'
import type { Ports } from '../../cloudfunctions/_ports/ports'
import type { Contract, Outcome, ReplyOf, RequestOf } from '../../shared/contracts/contract'
import { Identify } from '../../shared/contracts/identify'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { noPrinter } from '../cloudfunctions/world/noPrinter'
import { place, type Household } from './households'
import type { County } from './startCounty'

export interface Paid {
  orderNumber: string
  residentIds: string[]
}

/** How long somebody looks at WeChat's page. */
const payingMs = 20_000

export function phoneOf({ ports }: County, openId: string) {
  const all: Ports = { ...ports, printer: noPrinter, caller: { openId } }
  return async <C extends Contract>(contract: C, request: RequestOf<C>): Promise<ReplyOf<C>> => {
    const outcome: Outcome<C> = await answerResident(contract.name, request, all)
    if (outcome.kind !== 'done') throw new Error(`${contract.name}: ${JSON.stringify(outcome)}`)
    return outcome.reply
  }
}

/** Opens one payment for the whole household. */
export async function begin(county: County, { openId, people }: Household): Promise<Paid> {
  const ask = phoneOf(county, openId)
  const payees: { residentId: string; expectFen: number }[] = []
  let tableHash = ''
  for (const { region, name, idNumber } of people) {
    const { residentId } = (
      await ask(Identify, {
        region,
        name,
        idNumber,
        relation: 'other',
        consent: 'person-1',
        guardianConsent: 'guardian-1',
      })
    ).member
    const owed = await ask(WhatIOwe, {
      residentId,
      coverageYear: place.coverageYear,
      answers: { otherCover: 'none' },
    })
    const { dueFen } = owed.owing
    if (dueFen === null) throw new Error('what is due is not stated')
    payees.push({ residentId, expectFen: dueFen })
    ;({ tableHash } = owed)
  }
  const key = county.newKey()
  const { coverageYear } = place
  const started = await ask(StartPayment, {
    people: payees,
    coverageYear,
    key,
    tableHash,
    otherCover: 'none',
  })
  return { orderNumber: started.orderNumber, residentIds: payees.map(({ residentId }) => residentId) }
}

/** The whole road, as the household's fate has it. */
export async function payTogether(county: County, household: Household): Promise<Paid> {
  const paid = await begin(county, household)
  county.time.now += payingMs
  const noon = Math.floor((county.time.now + 8 * 3600_000) / 86_400_000) * 86_400_000 + 28 * 3600_000
  const silentUntil = household.fate === 'onlyInBill' ? noon : 0
  const callback = county.wechat.pay(paid.orderNumber, silentUntil)
  if (household.fate === 'plain' || household.fate === 'refund') await told(county, callback)
  return paid
}

export async function told({ ports }: County, raw: Parameters<typeof receiveNotification>[0]): Promise<void> {
  const { status } = await receiveNotification(raw, ports)
  if (status !== 200) throw new Error(`the callback was answered ${status}`)
}
