/** 权限范围: nobody of one town can learn by any use case, its answer or the work it makes, that a person of another town exists. */
import schedule from '../../cloudfunctions/_wiring/schedule.json'
import { shanghaiClock } from '../../cloudfunctions/_adapters/clock/shanghaiClock'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import type { Documents } from '../../cloudfunctions/_ports/store'
import { answerStaff } from '../../cloudfunctions/staff/answerStaff'
import { EnterCounterPayment } from '../../shared/contracts/counterPayments'
import { importKind } from '../../shared/contracts/imports'
import { CountProgress } from '../../shared/contracts/progress'
import { NoteSpecial } from '../../shared/contracts/specialNotes'
import { importSteps } from './imports/importSteps'
import { noPress } from './world/noPrinter'
import { counterPayment, staffRequests } from './world/staffRequests'
import { plainPerson, replyOf, startWorld, type World } from './world/startWorld'
describe('a clerk of one town, and somebody of another', () => {
  const region = 'hilltown'
  const [here, there] = ['东样镇', '西样镇']
  const stranger = {
    ...plainPerson(),
    region,
    town: there,
    village: '西样村',
    name: '邻镇样例',
  }
  const residentId = 'somebody-of-west'
  const ids = { refund: 'WESTREFUND0001', proof: 'e'.repeat(32), complaint: 'west-complaint-1' }
  const counterId = 'c'.repeat(64)
  const reversalId = `${counterId}-1`

  /** Every use case asked about them: by id, by name and number, by town and village, and everything listed. */
  const requests = staffRequests(
    ids.refund,
    ids.proof,
    ids.complaint,
    residentId,
    'west-clerk-1',
    counterId,
    reversalId,
  ).map(([contract, request]) => {
    const words = request as Record<string, unknown>
    const named = 'idNumber' in words ? { name: stranger.name, idNumber: stranger.idNumber } : {}
    const placed = 'town' in words && words.town !== null ? { town: there } : {}
    const village = 'village' in words ? { village: stranger.village } : {}
    return [contract, { ...words, ...named, ...placed, ...village }] as const
  })

  // Exports carry the second they were made in: a clock that goes on would tell two answers apart by itself.
  const clock = shanghaiClock(() => Date.parse('2030-11-20T04:30:00Z'))

  /** What a clerk of `here` is told, and how many times the store was asked for it, moments and random ids left out. */
  async function told(town: World): Promise<Map<string, unknown>> {
    const all = new Map<string, unknown>()
    for (const [{ name }, request] of requests) {
      let reads = 0
      const store: typeof town.store = {
        ...town.store,
        get: (...words) => ((reads += 1), town.store.get(...words)),
        find: (...words) => ((reads += 1), town.store.find(...words)),
      }
      const caller = { role: 'clerk', region, town: here, callerIndex: null } as const
      const staff = { ...caller, staffId: 'east-clerk-1', name: '东样经办', imports: importKind.options }
      const outcome = await answerStaff(name, request, {
        ...town.service,
        store,
        clock,
        schedule,
        press: noPress,
        staff,
      })
      all.set(name, { outcome: plain(outcome), reads })
    }
    return all
  }

  const plain = (outcome: unknown): unknown =>
    JSON.parse(
      JSON.stringify(outcome)
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'moment')
        .replace(/[0-9a-f]{64}/g, 'index'),
    )

  test('no use case answers otherwise, or asks the store another number of times, because they exist', async () => {
    const town = await startWorld()
    try {
      const around = await town.addPerson({ region, town: here, village: '东样村' })
      await counted(town)
      // What the clerk does the first time is done already the second time: only then two answers can be compared.
      await told(town)
      const before = await told(town)
      await settle(town)
      await counted(town)
      const after = await told(town)
      expect(around.town).toBe(here)
      for (const [name, answer] of before) expect([name, after.get(name)]).toEqual([name, answer])
    } finally {
      await town.stop()
    }
  })

  test('a row of a town’s roster is the same work and the same answer whether they exist or not, taken or rejected', async () => {
    const town = await startWorld()
    try {
      /** Somebody else each time, because what a row left behind the first time is there already. */
      const rosterWith = async (exists: boolean, group: string) => {
        const one = { ...plainPerson(), region, town: there }
        if (exists) await town.addPerson(one)
        const rows = [one.name, '别样例'].map((name) => `${name},${one.idNumber},${group}`)
        return Buffer.from(['姓名,身份证号码,人员类别', ...rows].join('\n'))
      }
      let touched: string[] = []
      const listening = <D extends Documents>(documents: D): D => ({
        ...documents,
        get: (collection, id) => (touched.push(`get ${collection}`), documents.get(collection, id)),
        insert: (collection, ...words) => (
          touched.push(`insert ${collection}`),
          documents.insert(collection, ...words)
        ),
      })
      const store: typeof town.store = {
        ...listening(town.store),
        transaction: (work) => town.store.transaction((documents) => work(listening(documents))),
      }
      const staff = {
        role: 'clerk',
        region,
        town: here,
        callerIndex: null,
        staffId: 'east-2',
        name: '样例',
      } as const
      const ports = { ...town.service, store, clock, schedule, press: noPress }
      const steps = importSteps((contract, request) =>
        answerStaff(contract.name, request, {
          ...ports,
          staff: { ...staff, imports: importKind.options },
        }),
      )
      const importing = async (file: Buffer) => {
        touched = []
        const { importId, counts } = await steps.tried('civilAffairs', file)
        const committed = (await steps.commit(importId)).counts
        const rejects = (await steps.rejects(importId))
          .replace(/6\d{17}/g, 'number')
          .replace(/王样例./g, 'name')
        return { counts, committed, rejects, touched }
      }
      // The first roster of a town makes what the next ones add to.
      await importing(await rosterWith(false, '孤儿'))
      for (const group of ['孤儿', '无此类'])
        expect(await importing(await rosterWith(true, group))).toEqual(
          await importing(await rosterWith(false, group)),
        )
    } finally {
      await town.stop()
    }
  })

  /** The progress is counted anew, as the job does it. */
  async function counted(town: World): Promise<void> {
    const bureau = await town.staff('bureau', { region })
    let asked = replyOf(await bureau(CountProgress, { coverageYear: 2031, anew: true }))
    while (asked.counting !== null) asked = replyOf(await bureau(CountProgress, { coverageYear: 2031 }))
  }

  /** Everything this service can hold of somebody. */
  async function settle(town: World): Promise<void> {
    const { cipher } = town.service
    const { resident, index } = residentDocuments(cipher, stranger, residentId)
    const place = { region, town: there }
    await town.store.insert('residents', resident.id, resident.fields)
    await town.store.insert('residentIndex', index.id, index.fields)
    const clerk = await town.staff('clerk', place)
    expect((await clerk(EnterCounterPayment, { residentId, ...counterPayment })).kind).toBe('done')
    await clerk(NoteSpecial, {
      residentId,
      coverageYear: 2031,
      group: 'marriedAway',
      evidence: '样例',
      scheme: null,
      insuredAt: null,
    })
    const waiting = { ...place, residentId, state: 'received', desk: 'town' }
    const at = '2030-11-20T04:00:00Z'
    await town.store.insert('proofs', ids.proof, { ...waiting, receivedAt: at })
    await town.store.insert('complaints', ids.complaint, { ...waiting, sentAt: at })
    const asked = { ...place, residentId, state: 'asked', paymentId: counterId, askedBy: 'west-clerk-1' }
    await town.store.insert('counterReversals', reversalId, { ...asked, askedAt: at })
    await town.store.insert('refunds', ids.refund, { ...waiting, requestedAt: at })
  }
})
