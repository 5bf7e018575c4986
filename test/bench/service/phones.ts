import { personOf, setting } from './people'

/** One phone with its session, and the one person it looks after. */
export interface Phone {
  cookie: string
  residentId: string
  tableHash: string
}

/** So many phones, each of which has named one of the first people. */
export async function openPhones(origin: string, count: number): Promise<Phone[]> {
  const phones: Phone[] = []
  for (let serial = 0; serial < count; serial += 1) phones.push(await openPhone(origin, serial))
  return phones
}

async function openPhone(origin: string, serial: number): Promise<Phone> {
  const { name, idNumber } = personOf(serial)
  const named = await post(
    origin,
    'identify',
    { region: setting.region, name, idNumber, relation: 'self', consent: 'person-1' },
    '',
  )
  const { member } = named.reply as { member: { residentId: string } }
  const answers = { otherCover: 'none' }
  const { residentId } = member
  const asked = { residentId, coverageYear: setting.coverageYear, answers }
  const owed = await post(origin, 'whatIOwe', asked, named.cookie)
  return { cookie: named.cookie, residentId, tableHash: String(owed.reply.tableHash) }
}

async function post(origin: string, useCase: string, request: object, cookie: string) {
  const response = await fetch(`${origin}/api/resident/${useCase}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(request),
  })
  const answer = (await response.json()) as { kind: string; reply: Record<string, unknown> }
  if (answer.kind !== 'done') throw new Error(`${useCase}: ${JSON.stringify(answer)}`)
  return { reply: answer.reply, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie }
}
