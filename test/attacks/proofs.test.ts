/** Attacks on the papers residents send: files that are not what they say, people and towns they are not for. */
import { randomUUID } from 'node:crypto'
import { proofSizes } from '../../shared/contracts/proof'
import { exif, jpeg, pdf, png, withSegment, zip } from '../papers'
import type { Role } from '../../shared/contracts/staff'
import { deskAt } from './deskAt'
import { phoneAt, startTarget, type Target } from './target'

let target: Target
beforeEach(async () => {
  target = await startTarget('2020-11-20')
})
afterEach(() => target.stop())

/** Somebody of 插旗, where the notice wants a voucher, and what their phone sends. */
async function sender(town = '甲样村') {
  const person = await target.addPerson('chaqi', { town })
  const phone = target.phone()
  const named = await phone.ask('identify', { ...person, relation: 'self', consent: 'person-1' })
  const { residentId } = (named.reply as unknown as { member: { residentId: string } }).member
  const request = { residentId, coverageYear: 2021, paper: 'elsewhereEnrollmentVoucher' }
  const partOf = (file: Buffer, part = 0) => ({
    ...request,
    bytes: file.length,
    part,
    content: file.subarray(part * proofSizes.part, (part + 1) * proofSizes.part).toString('base64'),
  })
  return {
    person,
    phone,
    residentId,
    partOf,
    send: (file: Buffer, change: object = {}) =>
      phone.ask('uploadProof', { ...partOf(file), key: randomUUID(), ...change }),
  }
}

const proofIdIn = (answer: { reply?: unknown }) => (answer.reply as { proofId: string }).proofId

const deskOf = (role: Role, region = 'chaqi', town: string | null = null) =>
  deskAt(target, role, region, town)

test.each([
  ['a zip renamed to .pdf', zip(), 'otherType'],
  ['a page renamed to .jpg', Buffer.from('<html><script>alert(1)</script>'), 'otherType'],
  ['a PDF inside a JPEG', withSegment(jpeg(), 0xfe, pdf()), 'twoKinds'],
  ['a zip behind a JPEG', Buffer.concat([jpeg(), zip()]), 'twoKinds'],
  ['a zip behind a PDF', Buffer.concat([pdf(), zip()]), 'twoKinds'],
  ['half a picture', jpeg(400).subarray(0, 200), 'broken'],
  ['a PDF with a program', pdf('/OpenAction<</S/JavaScript>>'), 'active'],
])('%s is refused, and no office ever sees it', async (_what, file, refusal) => {
  const { send } = await sender()
  const answer = await send(file, { name: '身份证.pdf', type: 'application/pdf' })
  expect(answer).toEqual({ kind: 'refused', refusal })
  expect(await (await deskOf('bureau'))('listProofs', { state: 'received' })).toContain('"proofs":[]')
})

test('twenty megabytes: too much in one request, and too much in many', async () => {
  const { phone, send, partOf } = await sender()
  const whole = { ...partOf(jpeg()), key: randomUUID(), content: 'A'.repeat(20 * 1024 * 1024) }
  expect((await phone.raw('uploadProof', whole)).status).toBe(413)
  expect(await send(jpeg(), { bytes: 20 * 1024 * 1024 })).toEqual({ kind: 'refused', refusal: 'tooLarge' })
  // A phone that says less than it sends has each part measured against what it said.
  expect(await send(jpeg(), { bytes: jpeg().length - 1 })).toEqual({ kind: 'refused', refusal: 'broken' })
  expect(await send(jpeg(), { part: 7 })).toMatchObject({ refusal: 'broken' })
  expect(await send(jpeg(), { part: -1 })).toMatchObject({ refusal: 'badRequest' })
  expect(await send(jpeg(), { content: '../../etc/passwd' })).toMatchObject({ refusal: 'badRequest' })
})

test('a path for a name, a paper or a key leads nowhere', async () => {
  const { send } = await sender()
  const bad = { kind: 'refused', refusal: 'badRequest' }
  expect(await send(jpeg(), { paper: '../idCard' })).toEqual(bad)
  expect(await send(jpeg(), { key: '../../keys.json' })).toEqual(bad)
  expect(await send(jpeg(), { replaces: '../secrets/wechatpay' })).toEqual(bad)
  expect(await send(jpeg(), { residentId: '../x' })).toEqual(bad)
  const named = await send(jpeg(), { name: '../../service.log', path: '/tmp/x' })
  expect(named.kind).toBe('done')
  expect(JSON.stringify(await target.documents('proofs', 'receivedAt'))).not.toContain('service.log')
  for (const paper of ['constructor', 'toString', 'idCard2'])
    expect(await send(jpeg(), { paper })).toEqual({ kind: 'refused', refusal: 'notAsked' })
})

test('somebody else’s person and proof are the same answer as none, to the byte', async () => {
  const victim = await sender()
  const proofId = proofIdIn(await victim.send(jpeg()))
  const stranger = await sender()
  const missing = 'f'.repeat(32)
  const raw = stranger.phone.raw
  expect(await raw('withdrawProof', { proofId })).toEqual(await raw('withdrawProof', { proofId: missing }))
  const seen = (residentId: string) => raw('myProofs', { residentId, coverageYear: 2021 })
  expect(await seen(victim.residentId)).toEqual(await seen('no-such-resident'))
  const upload = (residentId: string) =>
    raw('uploadProof', { ...stranger.partOf(jpeg()), key: randomUUID(), residentId })
  expect(await upload(victim.residentId)).toEqual(await upload('no-such-resident'))
  const replacing = (replaces: string) => stranger.send(jpeg(), { replaces })
  expect(await replacing(proofId)).toEqual(await replacing(missing))
  // Who merely knows name and number acts for somebody, and learns nothing of their papers.
  const proxy = phoneAt(target.service.origin)
  await proxy.ask('identify', { ...victim.person, relation: 'other', consent: 'person-1' })
  expect(await proxy.ask('myProofs', { residentId: victim.residentId, coverageYear: 2021 })).toEqual({
    kind: 'refused',
    refusal: 'notFound',
  })
})

test('the same upload again is the same proof; twenty at once are one', async () => {
  const { phone, partOf } = await sender()
  const request = { ...partOf(png()), key: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 20 }, () => phone.ask('uploadProof', request)))
  expect(new Set(answers.map(proofIdIn)).size).toBe(1)
  const bureau = await deskOf('bureau')
  expect((await bureau('listProofs', { state: 'received' })).match(/"proofId"/g)).toHaveLength(1)
  expect(await phone.ask('uploadProof', { ...request, paper: 'residencePermit' })).toMatchObject({
    refusal: 'keyReused',
  })
})

test('another town’s clerk, another county, and roles without the desk learn nothing by any call', async () => {
  const { send } = await sender('甲样村')
  const proofId = proofIdIn(await send(jpeg()))
  const missing = 'f'.repeat(32)
  const decision = { decision: 'accepted', reason: null }
  const own = await deskOf('clerk', 'chaqi', '甲样村')
  expect(await own('listProofs', { state: 'received' })).toContain(proofId)
  for (const desk of [await deskOf('clerk', 'chaqi', '乙样村'), await deskOf('bureau', 'shandan')]) {
    expect(await desk('listProofs', { state: 'received' })).toBe('{"kind":"done","reply":{"proofs":[]}}')
    expect(await desk('openProof', { proofId, part: 0 })).toBe(
      await desk('openProof', { proofId: missing, part: 0 }),
    )
    expect(await desk('decideProof', { proofId, ...decision })).toBe(
      await desk('decideProof', { proofId: missing, ...decision }),
    )
  }
  for (const role of ['tax', 'finance', 'department', 'school', 'auditor'] as const)
    for (const [useCase, request] of [
      ['openProof', { proofId, part: 0 }],
      ['decideProof', { proofId, ...decision }],
    ] as const)
      expect(await (await deskOf(role))(useCase, request)).toContain('notAllowed')
  const nobody = await fetch(`${target.service.origin}/api/staff/openProof`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ proofId, part: 0 }),
  })
  expect(nobody.status).toBe(401)
})

test('nobody decides what they have not opened, nor decides twice; every look is written down', async () => {
  const { send } = await sender()
  const proofId = proofIdIn(await send(withSegment(jpeg(), 0xe1, exif(6))))
  const [one, other] = [await deskOf('bureau'), await deskOf('bureau')]
  const reject = { proofId, decision: 'rejected', reason: 'unreadable' }
  expect(await one('decideProof', reject)).toContain('notOpened')
  expect(await one('openProof', { proofId, part: 0 })).toContain('"content"')
  expect(await one('openProof', { proofId, part: 1 })).toContain('notFound')
  expect(await other('decideProof', reject)).toContain('notOpened')
  expect(await one('decideProof', { ...reject, reason: null })).toContain('reasonMissing')
  expect(await one('decideProof', reject)).toContain('"rejected"')
  expect(await one('decideProof', reject)).toContain('"rejected"')
  expect(await one('decideProof', { ...reject, decision: 'accepted' })).toContain('decided')
  const events = await target.documents<{ action: string; actor: string }>('auditEvents', 'at')
  const looks = events.filter(({ action }) => action === 'proofOpenedByStaff')
  expect(looks).toHaveLength(1)
  expect(looks[0]?.actor).toMatch(/^staff:bureau-/)
})
