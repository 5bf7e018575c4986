import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { answerResident } from '../../cloudfunctions/resident/answerResident'
import { answerCaller } from '../../cloudfunctions/staff/answerCaller'
import type { Decision } from '../../cloudfunctions/_local/wechatpay/decide'
import { startMiniProgram, type MiniProgram } from '../weapp/miniProgram'
import type { Outside, PayerAction } from '../weapp/wxShim'
import { newborn, people, type Person } from './people'
import { record } from './record'
import { startService, type Service } from './startService'

const dist = join(__dirname, '..', '..', 'dist', 'weapp')

/** Somebody with WeChat's phone in hand: the built mini-program over the real use cases, and what they do outside of it. */
export interface Phone {
  readonly service: Service
  readonly mini: MiniProgram
  /** What the phone keeps. */
  readonly storage: Map<string, unknown>
  /** What the person answers when WeChat asks whether a message may be sent. */
  subscribes: 'accept' | 'reject'
  /** What the payer does next on WeChat's own page. */
  decision: Decision
  /** What the person photographs, or chooses from WeChat's files, next. */
  photograph: Buffer | undefined
  /** A service on its day and an empty phone, whose WeChat account nobody knows. To be called first in each test. */
  start(today: string, more?: Outside): Promise<void>
  /** What a call from this or another WeChat account is answered. */
  call(openId: string, name: string, data: unknown): Promise<unknown>
  /** Binds the phone's WeChat account to an account of the staff, as an invitation would. */
  bindStaff(staffId: string): Promise<void>
  /** Looks the page in front over: the budgets of 体验评分, and names for all that can be tapped. */
  look(): void
  /** The page in front, looked over, shows these words. */
  sees(...words: string[]): void
  /** Adds somebody. Without a `relation` it is the caller, who is nobody here yet. */
  identify(person: Person, relation?: string): Promise<void>
  /** From what is owed to the page before paying. */
  toCheck(yuan: number): Promise<void>
  /** From what is owed, past the page before paying and WeChat's own, to where it ends. */
  pay(yuan: number): Promise<void>
}

/**
 * A phone for each test of a file. What the program complains of, and what it keeps or says of a person in an address, fails
 * the test; the largest page of the file is recorded as `figures`.
 */
export function wechatPhone(figures: string): Phone {
  const worst = { setDataBytes: 0, nodes: 0, depth: 0, transfersPerSecond: 0, nameless: 0 }
  let service: Service
  let mini: MiniProgram
  let openId: string

  /** WeChat's page: the simulator checks the signature of what the app handed over, as the phone would. */
  async function requestPayment(invocation: Record<string, unknown>): Promise<PayerAction> {
    const prepayId = String(invocation.package).replace('prepay_id=', '')
    const answer = await fetch(`${service.origin}/wechatpay/pay/decide`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prepayId, decision: phone.decision, invocation }),
    })
    const { result, refused } = (await answer.json()) as { result?: string; refused?: string }
    if (refused) return { failsWith: refused }
    return result === 'ok' ? 'pays' : 'cancels'
  }

  /** The cloud: the real use cases, for one caller. */
  async function answer(caller: string, name: string, data: unknown): Promise<unknown> {
    const { useCase, request } = data as { useCase: unknown; request: unknown }
    const { ports } = service.running
    if (name === 'resident') return answerResident(useCase, request, { ...ports, caller: { openId: caller } })
    if (name !== 'staff') throw new Error(`there is no function ${name}`)
    return answerCaller({ useCase, request }, ports, caller)
  }

  const phone: Phone & { storage: Map<string, unknown> } = {
    storage: new Map(),
    subscribes: 'accept',
    decision: 'confirm',
    photograph: undefined,
    get service() {
      return service
    },
    get mini() {
      return mini
    },
    async start(today, more = {}) {
      phone.decision = 'confirm'
      phone.storage = new Map()
      service = await startService(today)
      openId = `o-${randomUUID()}`
      mini = await startMiniProgram(dist, {
        storage: phone.storage,
        ...more,
        callFunction: (name, data) => phone.call(openId, name, data),
        requestPayment,
        subscribes: () => phone.subscribes,
        chooseFile: () => phone.photograph,
      })
    },
    // As what would cross the wire.
    async call(caller, name, data) {
      return JSON.parse(JSON.stringify(await answer(caller, name, data))) as unknown
    },
    async bindStaff(staffId) {
      const { store, cipher } = service.running.ports
      const callerIndex = cipher.index('caller', openId)
      const account = await store.get('staffAccounts', staffId)
      if (!account) throw new Error(`no account ${staffId}`)
      await store.replace('staffAccounts', staffId, account.revision, { ...account.fields, callerIndex })
      await store.insert('staffCallers', callerIndex, { staffId })
    },
    look() {
      const { nodes, depth, largestBytes, mostPerSecond } = mini.page.measures
      worst.nodes = Math.max(worst.nodes, nodes)
      worst.depth = Math.max(worst.depth, depth)
      worst.setDataBytes = Math.max(worst.setDataBytes, largestBytes)
      worst.transfersPerSecond = Math.max(worst.transfersPerSecond, mostPerSecond)
      expect(mini.page.nameless).toEqual([])
      expect(nodes).toBeLessThan(1000)
      expect(depth).toBeLessThan(30)
      expect(largestBytes).toBeLessThanOrEqual(32 * 1024)
    },
    sees(...words) {
      phone.look()
      const { text } = mini.page
      for (const word of words)
        if (!mini.page.shows(word)) throw new Error(`“${word}” is not to be read; there is:\n${text}`)
    },
    async identify(person, relation) {
      await mini.tap(relation === undefined ? '先添自己' : '添一位家人')
      phone.sees(relation === undefined ? '先添您自己' : '给谁缴？')
      await mini.input('姓名', person.name)
      await mini.input('身份证号', person.idNumber)
      if (relation !== undefined) await mini.tap(relation)
      await mini.tap('同意，下一步')
    },
    async toCheck(yuan) {
      await mini.tap(`去缴 ${yuan} 元`)
      phone.sees('有别的医保吗？')
      await mini.tap('没有')
      await mini.tap('下一步')
      phone.sees('核对，再去缴')
    },
    async pay(yuan) {
      await phone.toCheck(yuan)
      await mini.tap(`去缴 ${yuan} 元`)
      await mini.settle()
    },
  }

  afterEach(async () => {
    const { problems, nameless } = mini
    worst.nameless += nameless.length
    const addresses = mini.calls.filter(({ api }) => /^(navigate|redirect|reLaunch|setNav)/.test(api))
    mini.close()
    await service.end()
    expect(problems).toEqual([])
    const kept = JSON.stringify([...phone.storage, ...addresses])
    const secrets = [...Object.values(people), newborn].flatMap(({ name, idNumber }) => [name, idNumber])
    expect(secrets.filter((secret) => decodeURIComponent(kept).includes(secret))).toEqual([])
  })
  afterAll(() => record(figures, worst))
  return phone
}
