/**
 * One payer of the crowd: a phone that keeps one key and asks again whatever happens, as the client does. Some go away
 * right after paying, some are never told by WeChat, some cancel first.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Habit } from './crowd'

export interface Payer {
  name: string
  idNumber: string
  habit: Habit
  key: string
}

interface Answer {
  kind: 'done' | 'refused' | 'outage'
  reply?: Record<string, unknown>
  refusal?: string
}

const restMs = 150
const patienceMs = 10_000

/** Pays once, however often the service dies meanwhile. Resolves when the phone has nothing more to do. */
export async function payOnce(
  origin: string,
  place: { region: string; year: number },
  payer: Payer,
): Promise<void> {
  const phone = phoneOf(origin)
  const { member } = await phone.insist('identify', {
    region: place.region,
    name: payer.name,
    idNumber: payer.idNumber,
    relation: 'self',
    consent: 'person-1',
  })
  const { residentId } = member as { residentId: string }
  const owed = await phone.insist('whatIOwe', {
    residentId,
    coverageYear: place.year,
    answers: { otherCover: 'none' },
  })
  const { dueFen } = owed.owing as { dueFen: number }
  const request = {
    people: [{ residentId, expectFen: dueFen }],
    coverageYear: place.year,
    key: payer.key,
    tableHash: owed.tableHash,
    otherCover: 'none',
  }
  for (;;) {
    const started = await phone.insist('startPayment', request)
    if (started.kind === 'alreadyPaid') return
    const { orderNumber, invocation } = started as { orderNumber: string; invocation: { package: string } }
    const told = await phone.decide(invocation.package.replace('prepay_id=', ''), payer.habit)
    if (told && payer.habit === 'goesAway') return
    if (await phone.isPaid(orderNumber)) return
  }
}

/** What was asked, or an error after a while: when a service is killed, a request may be left that never ends, aborted or not. */
async function withinPatience<T>(asked: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(new Error('no answer'))
    }, patienceMs)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

function phoneOf(origin: string) {
  let cookie = ''
  const send = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) }
    const giveUp = new AbortController()
    const asked = fetch(`${origin}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: giveUp.signal,
    }).then((response) => {
      cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? ''
      return response.json() as Promise<unknown>
    })
    return withinPatience(asked, () => giveUp.abort())
  }
  /** Asks until there is a reply; a refusal that another moment may lift is asked again too. */
  const insist = async (useCase: string, request: object): Promise<Record<string, unknown>> => {
    for (;;) {
      const answer = (await send(`/api/resident/${useCase}`, request).catch(() => undefined)) as
        Answer | undefined
      if (answer?.kind === 'done' && answer.reply) return answer.reply
      if (answer?.kind === 'refused' && answer.refusal !== 'paymentsDown')
        throw new Error(`${useCase} was refused: ${answer.refusal}`)
      await pause(restMs)
    }
  }
  return {
    insist,
    /** True where WeChat's page answered; where it did not, the payer does not know whether they paid. */
    async decide(prepayId: string, habit: Habit): Promise<boolean> {
      const decision = habit === 'pays' ? 'confirm' : 'confirmWithoutCallback'
      return send('/wechatpay/pay/decide', { prepayId, decision }).then(
        () => true,
        () => false,
      )
    },
    /** Asks a few times, as the waiting page does; not paid after that: the payer begins again with the same key. */
    async isPaid(orderNumber: string): Promise<boolean> {
      for (let asked = 0; asked < 4; asked += 1) {
        const { state } = await insist('paymentStatus', { orderNumber })
        if (state === 'paid') return true
        await pause(restMs)
      }
      return false
    },
  }
}
