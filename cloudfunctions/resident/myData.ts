/** 我的信息: what is stored under the caller. */
import { MyData } from '../../shared/contracts/myData'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { OrderFields } from '../_orders/orderRecord'
import { publicState } from '../_orders/orderStates'
import type { Ports } from '../_ports/ports'
import { done, useCase } from '../_ports/useCase'
import { remindersOf } from '../_reminders/reminderRecord'
import { publicReminder } from '../_reminders/reminderStates'
import { consentsOf } from '../_residents/consentRecord'
import { callerIndex, familyOf } from '../_residents/family'
import { complaintsOf, papersOf } from './sentByCaller'

const mostOrders = 200

export const myData = useCase(MyData, async (_request, ports) => {
  const family = await familyOf(ports)
  const names = new Map(family.map(({ resident }) => [resident.id, resident.name]))
  const consents = await consentsOf(ports.store, callerIndex(ports))
  return done({
    people: family.map(({ resident: { name, idNumber }, relation }) => ({
      name,
      maskedId: maskIdNumber(idNumber),
      relation,
    })),
    consents: consents.map(({ fields: { residentId, text, givenAt, withdrawnAt } }) => ({
      name: names.get(residentId) ?? null,
      text,
      givenAt,
      withdrawnAt,
    })),
    orders: await ordersOf(ports),
    reminders: (await remindersOf(ports)).map(({ fields: { residentId, kind, state, askedAt } }) => ({
      name: names.get(residentId) ?? null,
      kind,
      state: publicReminder[state],
      askedAt,
    })),
    papers: await papersOf(ports, names),
    complaints: await complaintsOf(ports),
    asOf: ports.clock.now(),
  })
})

async function ordersOf(ports: Ports) {
  const { documents } = await ports.store.find<OrderFields>('orders', {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'createdAt', order: 'descending' },
    limit: mostOrders,
  })
  return documents.map(({ id, fields: { coverageYear, fen, state, lines, createdAt } }) => ({
    orderNumber: id,
    coverageYear,
    fen,
    state: publicState[state],
    people: lines.length,
    createdAt,
  }))
}
