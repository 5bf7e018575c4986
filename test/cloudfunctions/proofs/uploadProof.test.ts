import { randomUUID } from 'node:crypto'
import { moveProofs } from '../../../cloudfunctions/jobs/moveProofs'
import type { StaffPorts } from '../../../cloudfunctions/_ports/ports'
import type { Store } from '../../../cloudfunctions/_ports/store'
import type { ProofFields } from '../../../cloudfunctions/_proofs/proofRecord'
import { foldResident } from '../../../cloudfunctions/_residents/foldResident'
import type { ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { DeskWaiting } from '../../../shared/contracts/deskWaiting'
import { Identify } from '../../../shared/contracts/identify'
import { relation } from '../../../shared/contracts/fields'
import { ForgetMe, MyData } from '../../../shared/contracts/myData'
import { MyProofs } from '../../../shared/contracts/myProofs'
import { CorrectPerson, PersonTimeline } from '../../../shared/contracts/person'
import { proofSizes } from '../../../shared/contracts/proof'
import { DecideProof, ListProofs, OpenProof } from '../../../shared/contracts/staffProofs'
import { UploadProof } from '../../../shared/contracts/uploadProof'
import { WithdrawProof } from '../../../shared/contracts/withdrawProof'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { exif, jpeg, pdf, png, withSegment, zip } from '../../papers'
import { partOf, sender, sent } from '../world/sender'
import { replyOf, startWorld, type World } from '../world/startWorld'

const first17 = '62999920270101001'
const numberOfChild = first17 + checkCharacter(first17)

let world: World
let callers = 0
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const phone = () => sender(world, `o-sender-${(callers += 1)}`)

/** Everything an office reads of a proof. */
async function opened(bureau: Awaited<ReturnType<World['staff']>>, proofId: string): Promise<Buffer> {
  const first = replyOf(await bureau(OpenProof, { proofId, part: 0 }))
  const parts = [Buffer.from(first.content, 'base64')]
  for (let part = 1; part < first.parts; part += 1)
    parts.push(Buffer.from(replyOf(await bureau(OpenProof, { proofId, part })).content, 'base64'))
  return Buffer.concat(parts)
}

const actionsOf = async (proofId: string) => {
  const { documents } = await world.store.find<{ action: string; object: string; actor: string }>(
    'auditEvents',
    {
      where: { object: `proofs/${proofId}` },
      sort: { field: 'at', order: 'ascending' },
      limit: 100,
    },
  )
  return documents.map(({ fields }) => fields.action)
}

test('a photograph of several parts: sent, opened by the bureau as it was, without where it was taken', async () => {
  const { ask, request, send, residentId } = await phone()
  const photograph = withSegment(jpeg(2 * proofSizes.part + 1000), 0xe1, exif(1))
  const proof = sent(await send(photograph))
  expect(proof).toMatchObject({ residentId, state: 'received', kind: 'jpeg', reason: null })
  const bureau = await world.staff('bureau')
  expect(replyOf(await bureau(ListProofs, { state: 'received' })).proofs).toMatchObject([
    { proofId: proof.proofId, paper: request.paper, mayAct: true },
  ])
  expect(await opened(bureau, proof.proofId)).toEqual(jpeg(2 * proofSizes.part + 1000))
  const seen = { residentId, coverageYear: 2031 }
  expect(replyOf(await ask(MyProofs, seen)).proofs).toMatchObject([{ state: 'inReview' }])
  const decide = { proofId: proof.proofId, decision: 'askedAgain', reason: 'unreadable' } as const
  replyOf(await bureau(DecideProof, decide))
  expect(replyOf(await ask(MyProofs, seen)).proofs).toMatchObject([
    { state: 'askedAgain', reason: 'unreadable' },
  ])
  const better = sent(await send(png(), { replaces: proof.proofId }))
  expect(
    replyOf(await ask(MyProofs, seen))
      .proofs.map(({ state }) => state)
      .sort(),
  ).toEqual(['received', 'replaced'])
  await opened(bureau, better.proofId)
  replyOf(await bureau(DecideProof, { ...decide, proofId: better.proofId, decision: 'accepted' }))
  expect(replyOf(await ask(MyProofs, seen)).proofs).toContainEqual(
    expect.objectContaining({ proofId: better.proofId, state: 'accepted', reason: null }),
  )
  expect(await actionsOf(proof.proofId)).toEqual([
    'proofBegun',
    'proofArrivedWhole',
    'proofOpenedByStaff',
    'proofAskedAgainByStaff',
    'proofReplacedByResident',
  ])
})

test('what is stored shows nothing of the file', async () => {
  const { send } = await phone()
  const marked = pdf('/Title(gaobu zhengming)')
  const { proofId } = sent(await send(marked))
  const everything = []
  for (const [collection, field] of [
    ['proofs', 'receivedAt'],
    ['proofParts', 'content'],
  ] as const) {
    const sort = { field, order: 'ascending' } as const
    everything.push(
      ...(await world.store.find<{ content?: string }>(collection, { where: {}, sort, limit: 100 }))
        .documents,
    )
  }
  const stored = everything.map(({ fields }) =>
    Buffer.from(fields.content ?? '', 'base64').toString('latin1'),
  )
  expect(stored.join()).not.toContain('gaobu')
  expect(await opened(await world.staff('bureau'), proofId)).toEqual(marked)
})

test('a part sent again, and a file sent again under its key, is the same proof; another file is refused', async () => {
  const { ask, request, send } = await phone()
  const key = randomUUID()
  const file = jpeg(proofSizes.part + 5)
  const first = { ...request, key, ...partOf(file, 0) }
  expect(replyOf(await ask(UploadProof, first))).toMatchObject({ arrived: 1, proof: null })
  expect(replyOf(await ask(UploadProof, first))).toMatchObject({ arrived: 1, proof: null })
  const other = { ...first, bytes: first.bytes + 1 }
  expect(await ask(UploadProof, other)).toMatchObject({ refusal: 'keyReused' })
  expect(await ask(UploadProof, { ...first, paper: 'idCard' })).toMatchObject({ refusal: 'keyReused' })
  expect(await ask(UploadProof, { ...first, part: 1 })).toMatchObject({ refusal: 'broken' })
  const answers = await Promise.all(
    [1, 1, 1, 1].map(() => ask(UploadProof, { ...request, key, ...partOf(file, 1) })),
  )
  const ids = new Set(answers.map((answer) => sent(answer).proofId))
  expect(ids.size).toBe(1)
  expect([...ids]).toEqual([sent(await send(file, { key })).proofId])
  const { documents } = await world.store.find('proofs', {
    where: { state: 'received' },
    sort: { field: 'receivedAt', order: 'ascending' },
    limit: 10,
  })
  expect(documents).toHaveLength(1)
})

const stored = (state: string) =>
  world.store
    .find<ProofFields>('proofs', {
      where: { state },
      sort: { field: 'receivedAt', order: 'ascending' },
      limit: 10,
    })
    .then(({ documents }) => documents)

/** Everything that is left of files that were sent. */
const keptParts = async () =>
  (
    await world.store.find<{ content: string }>('proofParts', {
      where: {},
      sort: { field: 'content', order: 'ascending' },
      limit: 100,
    })
  ).documents.filter(({ fields }) => fields.content !== '')

test('the last part sent twice, the second time slower: the same answer, though the parts are emptied by then', async () => {
  const { request, send } = await sender(world, 'o-slow')
  const key = randomUUID()
  const file = jpeg(1000)
  const { store } = world
  let faster: Promise<unknown> | undefined
  const slow: Store = {
    ...store,
    async get(collection, id) {
      if (collection === 'proofParts') await (faster ??= send(file, { key }))
      return store.get(collection, id)
    },
  }
  const answer = await world.as('o-slow', { store: slow })(UploadProof, {
    ...request,
    key,
    ...partOf(file, 0),
  })
  expect(answer).toEqual(await faster)
  expect(await keptParts()).toHaveLength(1)
})

test('a better one that comes when it is not waited for any more leaves nothing behind', async () => {
  const { ask, request, send } = await phone()
  const bureau = await world.staff('bureau')
  const earlier = sent(await send(jpeg()))
  await opened(bureau, earlier.proofId)
  replyOf(await bureau(DecideProof, { proofId: earlier.proofId, decision: 'rejected', reason: 'unreadable' }))
  const before = await keptParts()
  const better = jpeg(proofSizes.part + 5)
  const late = { ...request, key: randomUUID(), replaces: earlier.proofId }
  replyOf(await ask(UploadProof, { ...late, ...partOf(better, 0) }))
  sent(await send(png(), { replaces: earlier.proofId }))
  const refused = { kind: 'refused', refusal: 'notReplaceable' }
  expect(await ask(UploadProof, { ...late, ...partOf(better, 1) })).toEqual(refused)
  expect(await ask(UploadProof, { ...late, ...partOf(better, 1) })).toEqual(refused)
  expect(await stored('arriving')).toEqual([])
  expect(await stored('unfit')).toMatchObject([{ fields: { sealedKey: null } }])
  // The first one, whose key is gone, and the one that replaced it.
  expect(await keptParts()).toHaveLength(before.length + 1)
})

test('what is no picture and no PDF is told with its first part, and nothing is kept of it', async () => {
  const { send } = await phone()
  expect(await send(zip())).toEqual({ kind: 'refused', refusal: 'otherType' })
  expect(await send(withSegment(jpeg(), 0xfe, pdf()))).toEqual({ kind: 'refused', refusal: 'twoKinds' })
  expect(await send(jpeg(500).subarray(0, 300))).toEqual({ kind: 'refused', refusal: 'broken' })
  expect(await send(pdf('/Encrypt 5 0 R'))).toEqual({ kind: 'refused', refusal: 'locked' })
  expect(await send(jpeg(), { bytes: proofSizes.largest + 1 })).toEqual({
    kind: 'refused',
    refusal: 'tooLarge',
  })
  expect(await send(jpeg(), { paper: 'propertyDeed' })).toEqual({ kind: 'refused', refusal: 'notAsked' })
  expect(await send(jpeg(), { coverageYear: 2032 })).toEqual({ kind: 'refused', refusal: 'noPolicy' })
  const { documents } = await world.store.find<{ sealedKey: string | null }>('proofs', {
    where: {},
    sort: { field: 'receivedAt', order: 'ascending' },
    limit: 10,
  })
  expect(documents.map(({ fields }) => fields.sealedKey)).toEqual([null, null, null])
})

test('a file that was not taken is not taken under the same key either', async () => {
  const { send } = await phone()
  const key = randomUUID()
  const polyglot = withSegment(jpeg(), 0xfe, pdf())
  expect(await send(polyglot, { key })).toMatchObject({ refusal: 'twoKinds' })
  expect(await send(polyglot, { key })).toMatchObject({ refusal: 'twoKinds' })
})

test('a proxy and a stranger get the answer that somebody who does not exist gets', async () => {
  const { person, send, residentId } = await phone()
  const { proofId } = sent(await send(jpeg()))
  const proxies = relation.options.map((said) => [said, world.as(`o-proxy-${said}`)] as const)
  for (const [said, proxy] of proxies)
    expect(replyOf(await proxy(Identify, { ...person, relation: said })).member.residentId).toBe(residentId)
  for (const ask of [...proxies.map(([, proxy]) => proxy), world.as('o-stranger')]) {
    for (const id of [residentId, 'nobody-there']) {
      const request = { residentId: id, coverageYear: 2031 }
      expect(await ask(MyProofs, request)).toEqual({ kind: 'refused', refusal: 'notFound' })
      const upload = { ...request, paper: 'idCard', key: randomUUID(), ...partOf(jpeg(), 0) }
      expect(await ask(UploadProof, upload)).toEqual({ kind: 'refused', refusal: 'notFound' })
    }
    for (const id of [proofId, '0'.repeat(32)])
      expect(await ask(WithdrawProof, { proofId: id })).toEqual({ kind: 'refused', refusal: 'notFound' })
  }
})

test('both guardians send for a child; a third who says they agree does not', async () => {
  const child = await world.addPerson({ region: 'lakeside', idNumber: numberOfChild })
  const paper = 'elsewhereEnrollmentVoucher'
  const answers = []
  for (const openId of ['o-mother', 'o-father', 'o-third']) {
    const ask = world.as(openId)
    const said = { ...child, relation: 'child', guardianConsent: 'guardian-1' } as const
    const { residentId } = replyOf(await ask(Identify, said)).member
    const upload = { residentId, coverageYear: 2031, paper, key: randomUUID(), ...partOf(jpeg(), 0) }
    answers.push((await ask(UploadProof, upload)).kind)
  }
  expect(answers).toEqual(['done', 'done', 'refused'])
})

test('a proof that is withdrawn can be read by nobody, and one that is decided is not withdrawn', async () => {
  const { ask, send } = await phone()
  const { proofId } = sent(await send(jpeg()))
  const bureau = await world.staff('bureau')
  await opened(bureau, proofId)
  expect(replyOf(await ask(WithdrawProof, { proofId })).proof.state).toBe('withdrawn')
  expect(replyOf(await ask(WithdrawProof, { proofId })).proof.state).toBe('withdrawn')
  expect(await bureau(OpenProof, { proofId, part: 0 })).toEqual(
    await bureau(OpenProof, { proofId: '0'.repeat(32), part: 0 }),
  )
  const stored = await world.store.get<{ sealedKey: string | null; file: string }>('proofs', proofId)
  expect(stored?.fields.sealedKey).toBeNull()
  const file = stored?.fields.file ?? ''
  expect((await world.store.get('proofParts', `${file}-0`))?.fields).toEqual({ content: '' })

  const second = sent(await send(jpeg()))
  await opened(bureau, second.proofId)
  const decision = { proofId: second.proofId, decision: 'accepted', reason: null } as const
  replyOf(await bureau(DecideProof, decision))
  expect(await ask(WithdrawProof, { proofId: second.proofId })).toMatchObject({ refusal: 'decided' })
  expect(await send(jpeg(), { replaces: second.proofId })).toMatchObject({ refusal: 'notReplaceable' })
})

test('a paper of somebody who has moved is nothing to the town they left, and waits in the one they are in', async () => {
  const { send, residentId } = await sender(world, `o-sender-${(callers += 1)}`, { town: '东样镇' })
  const { proofId } = sent(await send(png()))
  const clerk = await world.staff('clerk', { town: '东样镇' })
  replyOf(await clerk(OpenProof, { proofId, part: 0 }))
  const bureau = await world.staff('bureau')
  const { revision } = replyOf(await bureau(PersonTimeline, { residentId })).person
  const correction = { part: 'town', value: '西样镇' } as const
  const why = { key: randomUUID(), revision, reason: 'moved', words: '户口迁到西样镇' } as const
  replyOf(await bureau(CorrectPerson, { residentId, correction, ...why }))
  const gone = { kind: 'refused', refusal: 'notFound' }
  expect(await clerk(OpenProof, { proofId, part: 0 })).toEqual(gone)
  expect(await clerk(DecideProof, { proofId, decision: 'accepted', reason: null })).toEqual(gone)
  expect((await bureau(OpenProof, { proofId, part: 0 })).kind).toBe('done')

  await moveProofs(world.service)
  const there = await world.staff('clerk', { town: '西样镇' })
  const inReview = async (ask: typeof clerk) => replyOf(await ask(ListProofs, { state: 'inReview' })).proofs
  expect(await inReview(clerk)).toEqual([])
  expect(await inReview(there)).toMatchObject([{ proofId, residentId }])
  replyOf(await there(OpenProof, { proofId, part: 0 }))
  replyOf(await there(DecideProof, { proofId, decision: 'accepted', reason: null }))
})

test('a paper that waits is counted where it can be opened, also once its record was made one with another', async () => {
  const { send, residentId } = await sender(world, `o-sender-${(callers += 1)}`, { town: '东样镇' })
  const { proofId } = sent(await send(png()))
  const kept = await world.addPerson({ region: 'lakeside', town: '西样镇' })
  const [gone, stays] = await Promise.all(
    [residentId, kept.residentId].map((id) => world.store.get<ResidentFields>('residents', id)),
  )
  const { service, store } = world
  const staff = { region: 'lakeside' } as StaffPorts['staff']
  await store.transaction((documents) =>
    foldResident({ ...service, staff } as StaffPorts, documents, {
      kept: stays!,
      gone: gone!,
      actor: 'service',
    }),
  )
  const [left, there] = [
    await world.staff('clerk', { town: '东样镇' }),
    await world.staff('clerk', { town: '西样镇' }),
  ]
  const waiting = async (ask: typeof left) => replyOf(await ask(DeskWaiting, {})).proofs?.count
  const before = { left: await waiting(left), there: await waiting(there) }
  await moveProofs(service)
  expect(await waiting(left)).toBe((before.left ?? 0) - 1)
  expect(await waiting(there)).toBe((before.there ?? 0) + 1)
  expect(replyOf(await there(ListProofs, { state: 'received' })).proofs).toContainEqual(
    expect.objectContaining({ proofId, residentId: kept.residentId }),
  )
})

test('whoever has their data deleted has taken back what is not decided', async () => {
  const { ask, send } = await phone()
  const { proofId } = sent(await send(jpeg()))
  expect(replyOf(await ask(MyData, {})).papers).toMatchObject([{ state: 'received' }])
  replyOf(await ask(ForgetMe, {}))
  expect(replyOf(await ask(MyData, {})).papers).toMatchObject([{ name: null, state: 'withdrawn' }])
  expect((await world.store.get('proofs', proofId))?.fields).toMatchObject({
    state: 'withdrawn',
    sealedKey: null,
  })
  expect(await (await world.staff('bureau'))(OpenProof, { proofId, part: 0 })).toMatchObject({
    refusal: 'notFound',
  })
})

test('so many files a day for one person, and so many for one phone', async () => {
  const { send } = await phone()
  const key = randomUUID()
  for (let count = 0; count < 8; count += 1) sent(await send(jpeg(), count === 0 ? { key } : {}))
  expect(await send(jpeg())).toEqual({ kind: 'refused', refusal: 'tooMany' })
  expect(sent(await send(jpeg(), { key })).state).toBe('received')
  world.later(24 * 60)
  sent(await send(jpeg()))
})
