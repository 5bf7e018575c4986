import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answerResident } from '../../cloudfunctions/resident/answerResident'
import { answerCaller } from '../../cloudfunctions/staff/answerCaller'
import type { Decision } from '../../cloudfunctions/_local/wechatpay/decide'
import { handoff } from '../../client/src/texts/handoff'
import { proofSizes } from '../../shared/contracts/proof'
import { AnswerComplaint, ListComplaints, TakeComplaint } from '../../shared/contracts/staffComplaints'
import { InviteStaff, OpenAccount } from '../../shared/contracts/staffAccounts'
import { CountProgress } from '../../shared/contracts/progress'
import { BeginMatch, ContinueMatch } from '../../shared/contracts/staffMatch'
import { DecideProof, ListProofs, OpenProof } from '../../shared/contracts/staffProofs'
import { exif, jpeg, withSegment } from '../papers'
import { startMiniProgram, type MiniProgram } from '../weapp/miniProgram'
import type { Outside, PayerAction } from '../weapp/wxShim'
import { writeListed } from './listedPeople'
import { officeOf } from './office'
import { newborn, people, type Person } from './people'
import { record } from './record'
import { startService, type Service } from './startService'

const dist = join(__dirname, '..', '..', 'dist', 'weapp')

let service: Service
let mini: MiniProgram
const worst = { setDataBytes: 0, nodes: 0, depth: 0, transfersPerSecond: 0, nameless: 0 }

/** What the person answers when WeChat asks whether a message may be sent. */
let subscribes: 'accept' | 'reject' = 'accept'

/** What the phone keeps. */
let storage: Map<string, unknown>

/** What the payer does next on WeChat's own page. */
let decision: Decision = 'confirm'

/** What the person photographs next. */
let photograph: Buffer | undefined

/** WeChat's page: the simulator checks the signature of what the app handed over, as the phone would. */
async function requestPayment(invocation: Record<string, unknown>): Promise<PayerAction> {
  const prepayId = String(invocation.package).replace('prepay_id=', '')
  const answer = await fetch(`${service.origin}/wechatpay/pay/decide`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prepayId, decision, invocation }),
  })
  const { result, refused } = (await answer.json()) as { result?: string; refused?: string }
  if (refused) return { failsWith: refused }
  return result === 'ok' ? 'pays' : 'cancels'
}

/** The cloud: the real use cases, for one caller, over what would cross the wire. */
async function callFunction(openId: string, name: string, data: unknown): Promise<unknown> {
  return JSON.parse(JSON.stringify(await answer(openId, name, data))) as unknown
}

async function answer(openId: string, name: string, data: unknown): Promise<unknown> {
  const { useCase, request } = data as { useCase: unknown; request: unknown }
  const { ports } = service.running
  if (name === 'resident') return answerResident(useCase, request, { ...ports, caller: { openId } })
  if (name !== 'staff') throw new Error(`there is no function ${name}`)
  return answerCaller({ useCase, request }, ports, openId)
}

/** The WeChat account of whoever holds the phone. */
let openId: string

/** Binds the phone's WeChat account to an account of the staff, as an invitation would. */
async function bindStaff(staffId: string): Promise<void> {
  const { store, cipher } = service.running.ports
  const callerIndex = cipher.index('caller', openId)
  const account = await store.get('staffAccounts', staffId)
  if (!account) throw new Error(`no account ${staffId}`)
  await store.replace('staffAccounts', staffId, account.revision, { ...account.fields, callerIndex })
  await store.insert('staffCallers', callerIndex, { staffId })
}

async function start(today: string, more: Outside = {}): Promise<void> {
  decision = 'confirm'
  storage = new Map()
  service = await startService(today)
  openId = `o-${randomUUID()}`
  mini = await startMiniProgram(dist, {
    storage,
    ...more,
    callFunction: (name, data) => callFunction(openId, name, data),
    requestPayment,
    subscribes: () => subscribes,
    chooseFile: () => photograph,
  })
}

/** The budgets of 体验评分 and names for all that can be tapped, on the page in front. */
function look(): void {
  const { nodes, depth, largestBytes, mostPerSecond } = mini.page.measures
  worst.nodes = Math.max(worst.nodes, nodes)
  worst.depth = Math.max(worst.depth, depth)
  worst.setDataBytes = Math.max(worst.setDataBytes, largestBytes)
  worst.transfersPerSecond = Math.max(worst.transfersPerSecond, mostPerSecond)
  expect(mini.page.nameless).toEqual([])
  expect(nodes).toBeLessThan(1000)
  expect(depth).toBeLessThan(30)
  expect(largestBytes).toBeLessThanOrEqual(32 * 1024)
}

/** On the page in front: looked over, and showing these words. */
function sees(...words: string[]): void {
  look()
  const { text } = mini.page
  for (const word of words)
    if (!mini.page.shows(word)) throw new Error(`“${word}” is not to be read; there is:\n${text}`)
}

/** Without a `relation` it is the caller, who is nobody here yet. */
async function identify(person: Person, relation?: string): Promise<void> {
  await mini.tap(relation === undefined ? '先添自己' : '添一位家人')
  sees(relation === undefined ? '先添您自己' : '给谁缴？')
  await mini.input('姓名', person.name)
  await mini.input('身份证号', person.idNumber)
  if (relation !== undefined) await mini.tap(relation)
  await mini.tap('同意，下一步')
}

async function toCheck(yuan: number): Promise<void> {
  await mini.tap(`去缴 ${yuan} 元`)
  sees('有别的医保吗？')
  await mini.tap('没有')
  await mini.tap('下一步')
  sees('核对，再去缴')
}

afterEach(async () => {
  const { problems, nameless } = mini
  worst.nameless += nameless.length
  const addresses = mini.calls.filter(({ api }) => /^(navigate|redirect|reLaunch|setNav)/.test(api))
  mini.close()
  await service.end()
  expect(problems).toEqual([])
  const kept = JSON.stringify([...storage, ...addresses])
  const secrets = [...Object.values(people), newborn].flatMap(({ name, idNumber }) => [name, idNumber])
  expect(secrets.filter((secret) => decodeURIComponent(kept).includes(secret))).toEqual([])
})
afterAll(() => record('weapp', worst))

test('山丹 2024: 130 yuan by wx.requestPayment, and on to the receipt', async () => {
  await start('2023-11-20')
  sees('先看要付多少', '演示，今天是2023年11月20日')
  await identify(people.dibaoFour)
  sees('王样例的2024年医保', '380 元', '− 250 元', '130')
  await mini.tap('为什么资助250元')
  expect(mini.routes).toEqual(['pages/home/index', 'pages/result/index', 'more/why/index'])
  sees('您有2个身份。只算高的，不相加。', '农村低保四类')
  await mini.back()
  await toCheck(130)
  await mini.tap('去缴 130 元')
  await mini.settle()
  expect(mini.routes.at(-1)).toBe('pages/receipt/index')
  sees('缴好了', '税务已收', '2024年1月1日起')
  expect(mini.calls.filter(({ api }) => api === 'requestPayment')).toHaveLength(1)
  expect(await service.orders()).toMatchObject([{ state: 'paid', fen: 13000 }])
  expect(await service.payments()).toMatchObject([{ fen: 13000 }])
})

test('我的凭证: the year in full, and its page in WeChat’s own reader', async () => {
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await toCheck(130)
  await mini.tap('去缴 130 元')
  await mini.settle()
  await mini.tap('回到首页')
  await mini.tap('我的凭证')
  sees('已缴130元', '2021年度以前，这里没有记录。')
  await mini.tap('看记录，王样例，2024年度')
  sees('已参保', '2024年1月1日到2024年12月31日', '农村低保四类', '您缴的')
  await mini.tap('打印这一年的记录')
  await mini.settle()
  sees('好了。可以打印，也可以转发。')
  const written = mini.calls.find(({ api }) => api === 'writeFile')?.options as Record<string, string>
  expect(written).toMatchObject({ filePath: 'http://usr/canbao-2024.pdf', encoding: 'base64' })
  expect(
    Buffer.from(written.data ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(mini.calls.find(({ api }) => api === 'openDocument')?.options).toMatchObject({
    filePath: 'http://usr/canbao-2024.pdf',
    fileType: 'pdf',
  })
})

test('提醒我: WeChat asks after the tap; a yes is kept, a no is not asked again', async () => {
  subscribes = 'reject'
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await mini.tap('提醒我，快到最后一天时，微信发您一次')
  sees('缴费快截止了', '2023年12月31日是最后一天。', '点一次，微信只发一次。')
  await mini.tap('提醒我一次，王样例，缴费快截止了')
  await mini.settle()
  sees('您说了不用，不再问。')
  await mini.back()
  await mini.back()
  await identify(people.ordinary, '父母')
  await mini.tap('提醒我，快到最后一天时，微信发您一次')
  subscribes = 'accept'
  await mini.tap('提醒我一次，周示范，缴费快截止了')
  await mini.settle()
  sees('记下了，到时候发。')
  expect(mini.calls.filter(({ api }) => api === 'requestSubscribeMessage')).toMatchObject([
    { options: { tmplIds: ['local-last-day'] } },
    { options: { tmplIds: ['local-last-day'] } },
  ])
})

test('a payer who cancels has paid nothing, and can go on', async () => {
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await toCheck(130)
  decision = 'cancel'
  await mini.tap('去缴 130 元')
  sees('这一笔还没付', '没有扣钱。')
  expect(await service.payments()).toEqual([])
  decision = 'confirmWithoutCallback'
  await mini.tap('接着去付')
  await mini.settle()
  sees('缴好了')
  expect(await service.orders()).toHaveLength(1)
  expect(await service.payments()).toHaveLength(1)
})

test('a household: two are paid for by one wx.requestPayment, the third is named with the reason', async () => {
  await start('2023-11-20')
  for (const [person, relation] of [
    [people.ordinary, undefined],
    [people.dibaoFour, '父母'],
    [people.extremePoverty, '其他'],
  ] as const) {
    await identify(person, relation)
    await mini.back()
    sees(person.name)
  }
  await mini.tap('一起缴 510 元')
  for (const person of [people.ordinary, people.dibaoFour]) {
    sees(`${person.name}，有别的医保吗？`)
    await mini.tap('没有')
    await mini.tap('下一步')
  }
  sees(
    '核对，再去缴',
    '2人，一共',
    '510 元',
    '这次不缴的人',
    '李示范',
    '不用在这里缴。为什么，只有本人看得到。',
  )
  expect(mini.routes).toEqual(['pages/home/index', 'pages/check/index'])
  await mini.tap('这次不缴周示范')
  sees('去缴 130 元')
  await mini.tap('把周示范加回来')
  await mini.tap('去缴 510 元（2 人）')
  await mini.settle()
  sees('缴好了', '2人，一共', '380 元', '130 元')
  expect(await service.orders()).toMatchObject([{ state: 'paid', fen: 51000 }])
  expect(await service.payments()).toHaveLength(1)
  expect(await service.enrollments()).toHaveLength(2)
})

test('退费: asked for from the receipt, on a page that is fetched when it is first opened', async () => {
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await toCheck(130)
  await mini.tap('去缴 130 元')
  await mini.settle()
  await mini.tap('申请退费，王样例')
  expect(mini.routes.at(-1)).toBe('more/refund/index')
  sees('王样例，为什么要退？', '县税务局', '受理退费申请', '退了，这一年就不算参保，不能报销。')
  await mini.tap('申请退 130 元')
  sees('先选一个原因，再申请。')
  await mini.tap('在外地参保了')
  await mini.tap('申请退 130 元')
  await mini.settle()
  expect(mini.routes.at(-1)).toBe('pages/receipt/index')
  sees('等税务局受理', '受理以后，医保局审核。')
  expect(mini.page.tappables.filter((name) => name.includes('申请退费'))).toEqual([])
})

test('特困: no pay button, and why', async () => {
  await start('2023-11-20')
  await identify(people.extremePoverty)
  sees('不用缴费。', '别自己去缴。', '这里没有缴费按钮，不是出错。')
  expect(mini.page.tappables.filter((name) => name.includes('去缴'))).toEqual([])
  await mini.tap('为什么全额资助')
  sees('医保部门替您全额缴。')
})

test('代办人 see a sum and no reason; the person sees who acts for them and ends it', async () => {
  await start('2023-11-20')
  const { name, idNumber } = people.dibaoFour
  const proxy = (useCase: string, request: object) =>
    callFunction('o-proxy', 'resident', { useCase, request }) as Promise<{ reply: never; refusal?: string }>
  const said = { region: 'shandan', name, idNumber, relation: 'child', consent: 'person-1' }
  const { reply } = await proxy('identify', said)
  const { residentId } = (reply as { member: { residentId: string } }).member
  await identify(people.dibaoFour)
  sees('− 250 元')
  await mini.back()
  await mini.tap('谁在替我办')
  expect(mini.routes.at(-1)).toBe('more/acting/index')
  sees('代办人1', '2023年11月20日添的')
  await mini.tap('不让他办，代办人1')
  sees('已停。看不到您，也不能再添。')
  expect((await proxy('whatIOwe', { residentId, coverageYear: 2024 })).refusal).toBe('notFound')
  expect((await proxy('identify', said)).refusal).toBe('notRecognised')
  await mini.back()
  await identify(people.extremePoverty, '配偶')
  sees('不用在这里缴', '为什么，只有本人看得到。')
  expect(mini.page.text).not.toMatch(/特困|全额|资助.*元/)
})

test('插旗 2021: handed off, and never told “paid”', async () => {
  await start('2020-11-20')
  sees('在哪里参保？')
  await mini.tap('插旗')
  await identify(people.chaqi)
  await mini.tap('看去哪里缴')
  sees('插旗镇的通知没有列微信。这里不收钱。', '湘税社保App')
  await mini.tap('税务社保App')
  await mini.tap('我缴过了')
  sees('记下了：待税务确认')
  expect(mini.page.text).not.toMatch(/缴好了|已缴|成功/)
  expect(mini.calls.filter(({ api }) => api === 'requestPayment')).toEqual([])
  expect(await service.orders()).toEqual([])
})

test('隐私保护指引: WeChat waits for an answer before the first copy; no is no, and yes goes on with the copy', async () => {
  await start('2020-11-20', { privacyUnanswered: true })
  await mini.tap('插旗')
  await identify(people.chaqi)
  await mini.tap('看去哪里缴')
  await mini.tap('复制')
  sees('先看隐私指引', '不同意也能缴费，只是不能复制、传文件。')
  await mini.tap('看隐私保护指引')
  expect(mini.calls.at(-1)?.api).toBe('openPrivacyContract')
  await mini.tap('不同意')
  expect(mini.page.shows('先看隐私指引')).toBe(false)
  expect(mini.page.shows(handoff.copied)).toBe(false)
  await mini.tap('复制')
  await mini.tap('同意')
  expect(mini.page.shows('先看隐私指引')).toBe(false)
  sees(handoff.copied)
})

test('算一算: reckoned on the phone, no answer leaves it', async () => {
  await start('2023-11-20')
  await mini.tap('算一算')
  sees('不登录，不上传。答案只在这台手机上算。')
  const before = mini.calls.length
  await mini.tap('农村低保，三类、四类')
  await mini.tap('看结果')
  sees('按您的回答，2024年医保', '130')
  expect(mini.calls.slice(before).filter(({ api }) => api === 'cloud.callFunction')).toEqual([])
})

test('政策: read from the first page to the last part, all of it fetched when it is first opened', async () => {
  await start('2023-11-20')
  await mini.tap('本地政策')
  expect(mini.routes).toEqual(['pages/home/index', 'more/policy/index'])
  sees('2024年医保政策', '380', '这一年的日子', '标题写“2023年”，别弄混。', '通知没有写的')
  await mini.tap('缴多少，什么时候缴')
  sees('集中缴费期', '2023年12月31日止', '2024年1月1日起')
  await mini.tap('下一样：谁有资助')
  sees('农村低保（三类、四类）', '250 元', '缴费时减')
  await mini.tap('依据 五(一)2')
  sees('关上')
  await mini.tap('关上')
  for (const next of ['谁能参保，带什么', '在哪里缴', '学生', '新生儿', '退费，缴重了']) {
    await mini.tap(`下一样：${next}`)
    sees(next)
  }
  await mini.back()
  expect(mini.routes).toEqual(['pages/home/index', 'more/policy/index'])
})

test('the longest policy keeps the budgets of every page', async () => {
  await start('2023-11-20')
  for (const part of ['', 'pay', 'subsidies', 'who', 'where', 'students', 'newborn', 'refund']) {
    await mini.open(`more/policy/index?region=pubei&year=2020${part && `&part=${part}`}`)
    sees(part === '' ? '2020年医保政策' : '浦北县 · 参保年度\u00a02020')
  }
})

test('新生儿: a day is picked, the days are reckoned on the phone, and the child is registered and paid for', async () => {
  await start('2021-04-23')
  await mini.open('pages/place/index')
  await mini.tap('东乡县，有2021年度的政策')
  await identify(people.dongxiangDibao)
  await mini.open('more/newborn/index')
  mini.page.pick('出生日期，点这里选日子', '2021-03-01')
  await mini.settle()
  await mini.tap('上在本县了，已经有户口簿')
  const before = mini.calls.length
  await mini.tap('看还剩几天')
  sees('37', '5月30日', '通知有两种读法，这里按早的算', '6月1日')
  expect(JSON.stringify(mini.calls.slice(before))).not.toContain('2021-03-01')
  await mini.tap('登记，缴280元')
  await mini.input('宝宝的姓名', newborn.name)
  await mini.input('宝宝的身份证号', newborn.idNumber)
  await mini.tap(
    '我是监护人，同意为参保缴费使用孩子的姓名、证号和资助身份。，孩子不满14岁，要监护人单独同意。',
  )
  await mini.tap('登记，去缴280元')
  sees('核对，再去缴', newborn.name)
  await mini.tap('去缴 280 元')
  await mini.settle()
  sees('缴好了', '2021年3月1日起')
  expect(await service.enrollments()).toMatchObject([{ coverageYear: 2021, paidFen: 28000 }])
})

test('交证明: photographed, in parts through the cloud function, reviewed, and taken back', async () => {
  await start('2020-11-20')
  await mini.tap('插旗')
  await identify(people.chaqi)
  await mini.open('more/proofs/index?region=chaqi&year=2021')
  sees('交哪一份？', '只给医保部门看。加密保存，可以撤回。')
  photograph = undefined
  await mini.tap('参保缴费凭证，证明在外地已参加2021年度医保')
  await mini.tap('拍照')
  sees('交哪一份？')
  photograph = withSegment(jpeg(proofSizes.part), 0xe1, exif(6))
  await mini.tap('拍照')
  sees('交参保缴费凭证')
  await mini.tap('交上去')
  await mini.settle()
  sees('交好了，等审核。', '等审核')
  const parts = mini.calls.filter(({ options }) => JSON.stringify(options).includes('uploadProof'))
  expect(parts).toHaveLength(2)
  const bureau = officeOf(service, 'bureau', 'chaqi')
  const [proof] = (await bureau(ListProofs, { state: 'received' })).proofs
  const proofId = proof?.proofId ?? ''
  await bureau(OpenProof, { proofId, part: 0 })
  await bureau(DecideProof, { proofId, decision: 'askedAgain', reason: 'incomplete' })
  await mini.leaveAndReturn()
  await mini.open('more/proofs/index?region=chaqi&year=2021')
  sees('要重新交', '没拍全。四个角都要拍到。')
  await mini.tap('撤回，参保缴费凭证')
  await mini.settle()
  sees('您撤回了')
})

test('意见投诉: from the page where it happened, kept while it is written, and answered', async () => {
  await start('2023-11-20')
  await identify(people.ordinary)
  await mini.tap('意见投诉')
  expect(mini.routes.at(-1)).toBe('more/complaint/index')
  sees('有什么要说？', '要付多少')
  await mini.tap('缴费、退费的钱，扣错了、没到账、没退回')
  sees('交给县税务局。')
  await mini.input('您要说的话', '扣了两次')
  await mini.open('more/complaint/index?from=result')
  sees('交给县税务局。')
  await mini.tap('交上去')
  await mini.settle()
  sees('交上去了。有了答复，写在下面。', '等受理')
  const tax = officeOf(service, 'tax', 'shandan')
  const { complaints } = await tax(ListComplaints, { desk: 'tax', state: 'received' })
  expect(complaints).toMatchObject([{ page: 'result', text: '扣了两次' }])
  const complaintId = complaints[0]?.complaintId ?? ''
  await tax(TakeComplaint, { complaintId })
  await tax(AnswerComplaint, { complaintId, answer: '查过了，只扣了一次。' })
  await mini.open('more/complaint/index?from=home')
  sees('已答复', '查过了，只扣了一次。')
})

test('without a network: one sentence, and what was typed stays', async () => {
  await start('2023-11-20')
  await mini.tap('先添自己')
  await mini.input('姓名', people.dibaoFour.name)
  await mini.input('身份证号', people.dibaoFour.idNumber)
  const { ports } = service.running
  const { store } = ports
  ports.store = new Proxy(store, {
    get: () => () => Promise.reject(new Error('the database is away')),
  })
  await mini.tap('同意，下一步')
  sees('医保局的服务，暂时打不开。过一会再试。', '您填的都还在，没有丢。')
  ports.store = store
  await mini.tap('同意，下一步')
  sees('王样例的2024年医保')
})

test('工作台: a WeChat account that is nobody’s stays outside; a bound one works there, and not on their own refund', async () => {
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await toCheck(130)
  await mini.tap('去缴 130 元')
  await mini.settle()
  await mini.tap('申请退费，王样例')
  await mini.tap('在外地参保了')
  await mini.tap('申请退 130 元')
  await mini.open('workbench/today/index')
  sees('账号没有登录，或已停用。请重新进。')
  await mini.tap('进工作台')
  sees('这个微信没有经办账号。请县医保局发邀请。')
  await bindStaff('shandan-tax-1')
  await mini.open('workbench/today/index')
  sees('县税务局，今天先办这些', '退费等您受理')
  await mini.tap('去办，退费等您受理')
  sees('等受理的退费', '王样例', '6207****23', '在外地参保了')
  sees('您办过前一步，或是您自己申请的。请换一位同事办。')
})

test('录缴费: in the village, on the phone; the day is closed there too', async () => {
  await start('2020-11-20')
  await bindStaff('dongxiang-clerk-1')
  await mini.open('workbench/counter/index')
  sees('录柜台缴费', '这一天没有录。')
  await mini.input('姓名', people.dongxiangDibao.name)
  await mini.input('身份证号', people.dongxiangDibao.idNumber)
  await mini.tap('找人')
  await mini.settle()
  sees('11月20日缴，该收', '280 元', '马样例')
  await mini.input('票据号', 'dx-0009')
  await mini.tap('乡镇代征')
  await mini.tap('录入 280元')
  await mini.settle()
  sees('录好了：马样例，280元，票据DX-0009。', '1笔，共280元')
  await mini.open('workbench/townDay/index')
  sees('样例乡，日清月结', '没结账')
  await mini.tap('第二天再缴存')
  await mini.tap('结账')
  await mini.settle()
  sees('等复核', '和缴存不一样：第二天再缴存')
})

test('审证明: a paper in parts is shown from a file of its own, and the file is gone afterwards', async () => {
  await start('2020-11-20')
  const resident = async (useCase: string, request: unknown) => {
    const answered = await callFunction('o-sender', 'resident', { useCase, request })
    return (answered as { reply: { member: { residentId: string } } }).reply
  }
  const { name, idNumber } = people.chaqi
  const person = { region: 'chaqi', name, idNumber, relation: 'self', consent: 'person-1' }
  const { residentId } = (await resident('identify', person)).member
  const file = withSegment(jpeg(proofSizes.part), 0xfe, Buffer.alloc(9_000, 1))
  const about = { residentId, coverageYear: 2021, paper: 'elsewhereEnrollmentVoucher', key: randomUUID() }
  for (let part = 0; part * proofSizes.part < file.length; part += 1) {
    const content = file.subarray(part * proofSizes.part, (part + 1) * proofSizes.part).toString('base64')
    await resident('uploadProof', { ...about, bytes: file.length, part, content })
  }
  await bindStaff('chaqi-bureau-1')
  await mini.open('workbench/proofDesk/index')
  sees('居民交来的证明', '证明在外地已参加2021年度医保')
  await mini.tap('打开看')
  await mini.settle()
  look()
  const [written] = mini.calls.filter(({ api }) => api === 'writeFile')
  expect(mini.page.text).not.toContain('没有打开。再试一次。')
  expect(written).toBeDefined()
  await mini.tap('行，通过')
  await mini.settle()
  sees('这里没有证明', '定好了，居民看得到。')
  expect(mini.calls.some(({ api }) => api === 'unlink')).toBe(true)
  await mini.open('workbench/complaintDesk/index?desk=bureau')
  sees('居民的意见、异议', '这里没有意见')
})

test('受邀: somebody without an account binds their WeChat account with a token, and looks up a person in the village', async () => {
  await start('2023-11-20')
  const bureau = officeOf(service, 'bureau', 'shandan')
  const clerk = { role: 'clerk' as const, town: '清泉镇', name: '乡镇样例新', imports: [] }
  const { account } = await bureau(OpenAccount, { key: randomUUID(), ...clerk })
  const { token } = await bureau(InviteStaff, { staffId: account.staffId })
  await mini.open('workbench/enter/index')
  sees('这个微信没有经办账号。请县医保局发邀请。')
  await mini.tap('我有邀请码')
  await mini.input('邀请码', 'not-the-right-token')
  await mini.tap('绑定我的微信')
  await mini.settle()
  sees('邀请码不对，或已用过、收回了。请再要一个。')
  await mini.input('邀请码', token)
  await mini.tap('绑定我的微信')
  await mini.settle()
  await mini.tap('进工作台')
  await mini.settle()
  sees('清泉镇，今天先办这些')
  await mini.open('workbench/person/index')
  await mini.input('姓名', people.dibaoFour.name)
  await mini.input('证件号码', people.dibaoFour.idNumber)
  await mini.tap('找')
  await mini.settle()
  sees('现在的情况', '6207****23', '农村低保四类', '来源：演示数据 · 2023年11月20日')
})

test('学生名单: nothing chosen is no trouble; a list from WeChat’s own files is read and answered', async () => {
  await start('2023-11-20')
  await bindStaff('shandan-school-1')
  await mini.open('workbench/school/index')
  sees('2024年度，学生参保了没有')
  photograph = undefined
  await mini.tap('选学生名单')
  expect(mini.page.shows('文件没读出来。再选一次。')).toBe(false)
  photograph = Buffer.from(`姓名,身份证号\n${people.pupil.name},${people.pupil.idNumber}\n`)
  await mini.tap('选学生名单')
  await mini.settle()
  sees('还没参保', people.pupil.name)
  await mini.tap('存成表格')
  sees('存好了。')
})

test('导入: a roster from WeChat’s own files is tried, written and taken back, and stands in the list', async () => {
  await start('2023-11-20')
  await bindStaff('shandan-department-1')
  await mini.open('workbench/imports/index')
  sees('导入哪一种名单？', '民政花名册')
  const { name, idNumber } = people.ordinary
  photograph = Buffer.from(`姓名,身份证号码,救助类别\n${name},${idNumber},孤儿\n${name},1,孤儿\n`)
  await mini.tap('选文件')
  await mini.settle()
  sees('哪一列是什么？', '名单.csv，2行')
  await mini.tap('预演')
  await mini.settle()
  sees('预演：还没有写进去', '不是18位')
  await mini.tap('写入1行，跳过1行')
  sees('先选这份名单是不是整份。')
  await mini.tap('只有新增的，不在上面的人，不作判断。')
  await mini.tap('写入1行，跳过1行')
  await mini.settle()
  sees('写进去了', '整批撤回')
  await mini.tap('整批撤回')
  await mini.tap('撤回这一批')
  await mini.settle()
  sees('整批撤回了', '都改回导入以前的样子了。')
  await mini.tap('看所有的导入')
  await mini.settle()
  sees('导入过的')
})

test('表册: an empty form is looked at in the village and opened as a paper', async () => {
  await start('2023-11-20')
  await bindStaff('shandan-clerk-1')
  await mini.open('workbench/forms/index')
  sees('2024年度的表册', '通知没有印这张表。')
  await mini.tap('先看一看')
  sees('先选村，再看。')
  await mini.tap('空白表，手写')
  await mini.tap('先看一看')
  await mini.settle()
  sees('打出来是这样', '村民委员会（盖章）', '乡镇样例甲')
  await mini.tap('打印（PDF）')
  await mini.settle()
  sees('存好了。打开就能打印、盖章。')
  expect(mini.calls.filter(({ api }) => api === 'openDocument')).toMatchObject([
    { options: { fileType: 'pdf' } },
  ])
})

test('未缴名单: looked up in the village, one person opened, and noted as of a special group', async () => {
  await start('2023-11-20')
  const bureau = officeOf(service, 'bureau', 'shandan')
  let { counting } = await bureau(CountProgress, { coverageYear: 2024, anew: true })
  while (counting !== null) ({ counting } = await bureau(CountProgress, { coverageYear: 2024 }))
  await bindStaff('shandan-clerk-1')
  await mini.open('workbench/progress/index')
  await mini.settle()
  sees('2024年度缴费进度', '清泉镇已缴', '95%（参考，这份通知没有写）', '各村（社区）')
  await mini.tap(mini.page.tappables.find((name) => name.startsWith('看名单')) ?? '')
  await mini.settle()
  sees('还没缴的人', '看了谁、导出什么，都记下来。')
  await mini.tap(mini.page.tappables.find((name) => /(资助对象|去年缴了，今年没缴)$/.test(name)) ?? '')
  await mini.settle()
  sees('电话', '住址')
  await mini.tap('登记特殊人群')
  await mini.tap('婚出')
  await mini.input('佐证', '结婚证样例')
  await mini.tap('登记')
  await mini.settle()
  sees('登记好了，等县医保局核实。', '待核实：婚出')
  await mini.open('workbench/special/index?year=2024')
  await mini.settle()
  sees('特殊人群台账，2024年度', '佐证：结婚证样例')
})

test('每月比对: refused without a reason, decided one and several at once, and listed; the desk’s other pages open', async () => {
  await start('2023-11-30')
  await writeListed(service)
  await bindStaff('shandan-bureau-1')
  const office = officeOf(service, 'bureau', 'shandan')
  const { matchId } = await office(BeginMatch, { coverageYear: 2024, month: '2023-11' })
  while ((await office(ContinueMatch, { matchId })).state !== 'done');
  await mini.open('workbench/match/index')
  await mini.settle()
  sees('新认定　4', '冯示范', '补250元到一卡通，12月')
  await mini.tap('同意，补250元，看下一人')
  sees('先选一个理由。')
  await mini.tap('两边是同一个人')
  await mini.tap('同意，补250元，看下一人')
  await mini.settle()
  sees('办好了。', '已办1人，还有3人', '褚样例')
  await mini.tap('选几个人一起办')
  await mini.tap('这一页都选')
  await mini.tap('两边是同一个人')
  await mini.tap(mini.page.tappables.find((name) => name.startsWith('同意3人')) ?? '')
  await mini.settle()
  sees('办好了')
  await mini.tap('应补名单')
  await mini.settle()
  sees('冯示范')
  const others = [
    ['rules', '重复参保退费'],
    ['accounts', '账号'],
    ['audit', '谁做了什么、看了谁'],
    ['duplicates', '疑似重复'],
    ['days', '日'],
    ['refundDesk', '退费'],
  ] as const
  for (const [page, word] of others) {
    await mini.open(`workbench/${page}/index`)
    await mini.settle()
    // A long table comes in several goes.
    for (let tries = 0; !mini.page.shows(word) && tries < 30; tries += 1) {
      await setTimeout(100)
      await mini.settle()
    }
    sees(word)
  }
})

test('我的信息: read and deleted, with the consequence before the tap', async () => {
  await start('2023-11-20')
  await identify(people.dibaoFour)
  await mini.open('more/privacy/index')
  sees('存了您什么', '6207****23')
  await mini.tap('删掉我的信息')
  sees('确定删掉？')
  await mini.tap('确定，删掉')
  await mini.settle()
  sees('删好了。您替谁办、同意过什么，都没有了。')
})
