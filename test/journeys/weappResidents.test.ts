/** Residents in the built mini-program, as WeChat would run it. */
import { handoff } from '../../client/src/texts/handoff'
import { proofSizes } from '../../shared/contracts/proof'
import { AnswerComplaint, ListComplaints, TakeComplaint } from '../../shared/contracts/staffComplaints'
import { DecideProof, ListProofs, OpenProof } from '../../shared/contracts/staffProofs'
import { exif, jpeg, withSegment } from '../papers'
import { officeOf } from './office'
import { newborn, people } from './people'
import { wechatPhone } from './wechatPhone'

const phone = wechatPhone('weapp-residents')

test('山丹 2024: 130 yuan by wx.requestPayment, and on to the receipt', async () => {
  await phone.start('2023-11-20')
  phone.sees('先看要付多少', '演示，今天是2023年11月20日')
  await phone.identify(people.dibaoFour)
  phone.sees('王样例的2024年医保', '380 元', '− 250 元', '130')
  await phone.mini.tap('为什么资助250元')
  expect(phone.mini.routes).toEqual(['pages/home/index', 'pages/result/index', 'more/why/index'])
  phone.sees('您有2个身份。只算高的，不相加。', '农村低保四类')
  await phone.mini.back()
  await phone.pay(130)
  expect(phone.mini.routes.at(-1)).toBe('pages/receipt/index')
  phone.sees('缴好了', '税务已收', '2024年1月1日起')
  expect(phone.mini.calls.filter(({ api }) => api === 'requestPayment')).toHaveLength(1)
  expect(await phone.service.orders()).toMatchObject([{ state: 'paid', fen: 13000 }])
  expect(await phone.service.payments()).toMatchObject([{ fen: 13000 }])
})

test('我的凭证: the year in full, and its page in WeChat’s own reader', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.pay(130)
  await phone.mini.tap('回到首页')
  await phone.mini.tap('我的凭证')
  phone.sees('已缴130元', '2021年度以前，这里没有记录。')
  await phone.mini.tap('看记录，王样例，2024年度')
  phone.sees('已参保', '2024年1月1日到2024年12月31日', '农村低保四类', '您缴的')
  await phone.mini.tap('打印这一年的记录')
  await phone.mini.settle()
  phone.sees('好了。可以打印，也可以转发。')
  const written = phone.mini.calls.find(({ api }) => api === 'writeFile')?.options as Record<string, string>
  expect(written).toMatchObject({ filePath: 'http://usr/canbao-2024.pdf', encoding: 'base64' })
  expect(
    Buffer.from(written.data ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(phone.mini.calls.find(({ api }) => api === 'openDocument')?.options).toMatchObject({
    filePath: 'http://usr/canbao-2024.pdf',
    fileType: 'pdf',
  })
})

test('提醒我: WeChat asks after the tap; a yes is kept, a no is not asked again', async () => {
  phone.subscribes = 'reject'
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.mini.tap('提醒我，快到最后一天时，微信发您一次')
  phone.sees('缴费快截止了', '2023年12月31日是最后一天。', '点一次，微信只发一次。')
  await phone.mini.tap('提醒我一次，王样例，缴费快截止了')
  await phone.mini.settle()
  phone.sees('您说了不用，不再问。')
  await phone.mini.back()
  await phone.mini.back()
  await phone.identify(people.ordinary, '父母')
  await phone.mini.tap('提醒我，快到最后一天时，微信发您一次')
  phone.subscribes = 'accept'
  await phone.mini.tap('提醒我一次，周示范，缴费快截止了')
  await phone.mini.settle()
  phone.sees('记下了，到时候发。')
  expect(phone.mini.calls.filter(({ api }) => api === 'requestSubscribeMessage')).toMatchObject([
    { options: { tmplIds: ['local-last-day'] } },
    { options: { tmplIds: ['local-last-day'] } },
  ])
})

test('a payer who cancels has paid nothing, and can go on', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.toCheck(130)
  phone.decision = 'cancel'
  await phone.mini.tap('去缴 130 元')
  phone.sees('这一笔还没付', '没有扣钱。')
  expect(await phone.service.payments()).toEqual([])
  phone.decision = 'confirmWithoutCallback'
  await phone.mini.tap('接着去付')
  await phone.mini.settle()
  phone.sees('缴好了')
  expect(await phone.service.orders()).toHaveLength(1)
  expect(await phone.service.payments()).toHaveLength(1)
})

test('a household: two are paid for by one wx.requestPayment, the third is named with the reason', async () => {
  await phone.start('2023-11-20')
  for (const [person, relation] of [
    [people.ordinary, undefined],
    [people.dibaoFour, '父母'],
    [people.extremePoverty, '其他'],
  ] as const) {
    await phone.identify(person, relation)
    await phone.mini.back()
    phone.sees(person.name)
  }
  await phone.mini.tap('一起缴 510 元')
  for (const person of [people.ordinary, people.dibaoFour]) {
    phone.sees(`${person.name}，有别的医保吗？`)
    await phone.mini.tap('没有')
    await phone.mini.tap('下一步')
  }
  phone.sees(
    '核对，再去缴',
    '2人，一共',
    '510 元',
    '这次不缴的人',
    '李示范',
    '不用在这里缴。为什么，只有本人看得到。',
  )
  expect(phone.mini.routes).toEqual(['pages/home/index', 'pages/check/index'])
  await phone.mini.tap('这次不缴周示范')
  phone.sees('去缴 130 元')
  await phone.mini.tap('把周示范加回来')
  await phone.mini.tap('去缴 510 元（2 人）')
  await phone.mini.settle()
  phone.sees('缴好了', '2人，一共', '380 元', '130 元')
  expect(await phone.service.orders()).toMatchObject([{ state: 'paid', fen: 51000 }])
  expect(await phone.service.payments()).toHaveLength(1)
  expect(await phone.service.enrollments()).toHaveLength(2)
})

test('退费: asked for from the receipt, on a page that is fetched when it is first opened', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.pay(130)
  await phone.mini.tap('申请退费，王样例')
  expect(phone.mini.routes.at(-1)).toBe('more/refund/index')
  phone.sees('王样例，为什么要退？', '县税务局', '受理退费申请', '退了，这一年就不算参保，不能报销。')
  await phone.mini.tap('申请退 130 元')
  phone.sees('先选一个原因，再申请。')
  await phone.mini.tap('在外地参保了')
  await phone.mini.tap('申请退 130 元')
  await phone.mini.settle()
  expect(phone.mini.routes.at(-1)).toBe('pages/receipt/index')
  phone.sees('等税务局受理', '受理以后，医保局审核。')
  expect(phone.mini.page.tappables.filter((name) => name.includes('申请退费'))).toEqual([])
})

test('特困: no pay button, and why', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.extremePoverty)
  phone.sees('不用缴费。', '别自己去缴。', '这里没有缴费按钮，不是出错。')
  expect(phone.mini.page.tappables.filter((name) => name.includes('去缴'))).toEqual([])
  await phone.mini.tap('为什么全额资助')
  phone.sees('医保部门替您全额缴。')
})

test('代办人 see a sum and no reason; the person sees who acts for them and ends it', async () => {
  await phone.start('2023-11-20')
  const { name, idNumber } = people.dibaoFour
  const proxy = (useCase: string, request: object) =>
    phone.call('o-proxy', 'resident', { useCase, request }) as Promise<{ reply: never; refusal?: string }>
  const said = { region: 'shandan', name, idNumber, relation: 'child', consent: 'person-1' }
  const { reply } = await proxy('identify', said)
  const { residentId } = (reply as { member: { residentId: string } }).member
  await phone.identify(people.dibaoFour)
  phone.sees('− 250 元')
  await phone.mini.back()
  await phone.mini.tap('谁在替我办')
  expect(phone.mini.routes.at(-1)).toBe('more/acting/index')
  phone.sees('代办人1', '2023年11月20日添的')
  await phone.mini.tap('不让他办，代办人1')
  phone.sees('已停。看不到您，也不能再添。')
  expect((await proxy('whatIOwe', { residentId, coverageYear: 2024 })).refusal).toBe('notFound')
  expect((await proxy('identify', said)).refusal).toBe('notRecognised')
  await phone.mini.back()
  await phone.identify(people.extremePoverty, '配偶')
  phone.sees('不用在这里缴', '为什么，只有本人看得到。')
  expect(phone.mini.page.text).not.toMatch(/特困|全额|资助.*元/)
})

test('插旗 2021: handed off, and never told “paid”', async () => {
  await phone.start('2020-11-20')
  phone.sees('在哪里参保？')
  await phone.mini.tap('插旗')
  await phone.identify(people.chaqi)
  await phone.mini.tap('看去哪里缴')
  phone.sees('插旗镇的通知没有列微信。这里不收钱。', '湘税社保App')
  await phone.mini.tap('税务社保App')
  await phone.mini.tap('我缴过了')
  phone.sees('记下了：待税务确认')
  expect(phone.mini.page.text).not.toMatch(/缴好了|已缴|成功/)
  expect(phone.mini.calls.filter(({ api }) => api === 'requestPayment')).toEqual([])
  expect(await phone.service.orders()).toEqual([])
})

test('隐私保护指引: WeChat waits for an answer before the first copy; no is no, and yes goes on with the copy', async () => {
  await phone.start('2020-11-20', { privacyUnanswered: true })
  await phone.mini.tap('插旗')
  await phone.identify(people.chaqi)
  await phone.mini.tap('看去哪里缴')
  await phone.mini.tap('复制')
  phone.sees('先看隐私指引', '不同意也能缴费，只是不能复制、传文件。')
  await phone.mini.tap('看隐私保护指引')
  expect(phone.mini.calls.at(-1)?.api).toBe('openPrivacyContract')
  await phone.mini.tap('不同意')
  expect(phone.mini.page.shows('先看隐私指引')).toBe(false)
  expect(phone.mini.page.shows(handoff.copied)).toBe(false)
  await phone.mini.tap('复制')
  await phone.mini.tap('同意')
  expect(phone.mini.page.shows('先看隐私指引')).toBe(false)
  phone.sees(handoff.copied)
})

test('算一算: reckoned on the phone, no answer leaves it', async () => {
  await phone.start('2023-11-20')
  await phone.mini.tap('算一算')
  phone.sees('不登录，不上传。答案只在这台手机上算。')
  const before = phone.mini.calls.length
  await phone.mini.tap('农村低保，三类、四类')
  await phone.mini.tap('看结果')
  phone.sees('按您的回答，2024年医保', '130')
  expect(phone.mini.calls.slice(before).filter(({ api }) => api === 'cloud.callFunction')).toEqual([])
})

test('政策: read from the first page to the last part, all of it fetched when it is first opened', async () => {
  await phone.start('2023-11-20')
  await phone.mini.tap('本地政策')
  expect(phone.mini.routes).toEqual(['pages/home/index', 'more/policy/index'])
  phone.sees('2024年医保政策', '380', '这一年的日子', '标题写“2023年”，别弄混。', '通知没有写的')
  await phone.mini.tap('缴多少，什么时候缴')
  phone.sees('集中缴费期', '2023年12月31日止', '2024年1月1日起')
  await phone.mini.tap('下一样：谁有资助')
  phone.sees('农村低保（三类、四类）', '250 元', '缴费时减')
  await phone.mini.tap('依据 五(一)2')
  phone.sees('关上')
  await phone.mini.tap('关上')
  for (const next of ['谁能参保，带什么', '在哪里缴', '学生', '新生儿', '退费，缴重了']) {
    await phone.mini.tap(`下一样：${next}`)
    phone.sees(next)
  }
  await phone.mini.back()
  expect(phone.mini.routes).toEqual(['pages/home/index', 'more/policy/index'])
})

test('the longest policy keeps the budgets of every page', async () => {
  await phone.start('2023-11-20')
  for (const part of ['', 'pay', 'subsidies', 'who', 'where', 'students', 'newborn', 'refund']) {
    await phone.mini.open(`more/policy/index?region=pubei&year=2020${part && `&part=${part}`}`)
    phone.sees(part === '' ? '2020年医保政策' : '浦北县 · 参保年度\u00a02020')
  }
})

test('新生儿: a day is picked, the days are reckoned on the phone, and the child is registered and paid for', async () => {
  await phone.start('2021-04-23')
  await phone.mini.open('pages/place/index')
  await phone.mini.tap('东乡县，有2021年度的政策')
  await phone.identify(people.dongxiangDibao)
  await phone.mini.open('more/newborn/index')
  phone.mini.page.pick('出生日期，点这里选日子', '2021-03-01')
  await phone.mini.settle()
  await phone.mini.tap('上在本县了，已经有户口簿')
  const before = phone.mini.calls.length
  await phone.mini.tap('看还剩几天')
  phone.sees('37', '5月30日', '通知有两种读法，这里按早的算', '6月1日')
  expect(JSON.stringify(phone.mini.calls.slice(before))).not.toContain('2021-03-01')
  await phone.mini.tap('登记，缴280元')
  await phone.mini.input('宝宝的姓名', newborn.name)
  await phone.mini.input('宝宝的身份证号', newborn.idNumber)
  await phone.mini.tap(
    '我是监护人，同意为参保缴费使用孩子的姓名、证号和资助身份。，孩子不满14岁，要监护人单独同意。',
  )
  await phone.mini.tap('登记，去缴280元')
  phone.sees('核对，再去缴', newborn.name)
  await phone.mini.tap('去缴 280 元')
  await phone.mini.settle()
  phone.sees('缴好了', '2021年3月1日起')
  expect(await phone.service.enrollments()).toMatchObject([{ coverageYear: 2021, paidFen: 28000 }])
})

test('交证明: photographed, in parts through the cloud function, reviewed, and taken back', async () => {
  await phone.start('2020-11-20')
  await phone.mini.tap('插旗')
  await phone.identify(people.chaqi)
  await phone.mini.open('more/proofs/index?region=chaqi&year=2021')
  phone.sees('交哪一份？', '只给医保部门看。加密保存，可以撤回。')
  phone.photograph = undefined
  await phone.mini.tap('参保缴费凭证，证明在外地已参加2021年度医保')
  await phone.mini.tap('拍照')
  phone.sees('交哪一份？')
  phone.photograph = withSegment(jpeg(proofSizes.part), 0xe1, exif(6))
  await phone.mini.tap('拍照')
  phone.sees('交参保缴费凭证')
  await phone.mini.tap('交上去')
  await phone.mini.settle()
  phone.sees('交好了，等审核。', '等审核')
  const parts = phone.mini.calls.filter(({ options }) => JSON.stringify(options).includes('uploadProof'))
  expect(parts).toHaveLength(2)
  const bureau = officeOf(phone.service, 'bureau', 'chaqi')
  const [proof] = (await bureau(ListProofs, { state: 'received' })).proofs
  const proofId = proof?.proofId ?? ''
  await bureau(OpenProof, { proofId, part: 0 })
  await bureau(DecideProof, { proofId, decision: 'askedAgain', reason: 'incomplete' })
  await phone.mini.leaveAndReturn()
  await phone.mini.open('more/proofs/index?region=chaqi&year=2021')
  phone.sees('要重新交', '没拍全。四个角都要拍到。')
  await phone.mini.tap('撤回，参保缴费凭证')
  await phone.mini.settle()
  phone.sees('您撤回了')
})

test('意见投诉: from the page where it happened, kept while it is written, and answered', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.ordinary)
  await phone.mini.tap('意见投诉')
  expect(phone.mini.routes.at(-1)).toBe('more/complaint/index')
  phone.sees('有什么要说？', '要付多少')
  await phone.mini.tap('缴费、退费的钱，扣错了、没到账、没退回')
  phone.sees('交给县税务局。')
  await phone.mini.input('您要说的话', '扣了两次')
  await phone.mini.open('more/complaint/index?from=result')
  phone.sees('交给县税务局。')
  await phone.mini.tap('交上去')
  await phone.mini.settle()
  phone.sees('交上去了。有了答复，写在下面。', '等受理')
  const tax = officeOf(phone.service, 'tax', 'shandan')
  const { complaints } = await tax(ListComplaints, { desk: 'tax', state: 'received' })
  expect(complaints).toMatchObject([{ page: 'result', text: '扣了两次' }])
  const complaintId = complaints[0]?.complaintId ?? ''
  await tax(TakeComplaint, { complaintId })
  await tax(AnswerComplaint, { complaintId, answer: '查过了，只扣了一次。' })
  await phone.mini.open('more/complaint/index?from=home')
  phone.sees('已答复', '查过了，只扣了一次。')
})

test('without a network: one sentence, and what was typed stays', async () => {
  await phone.start('2023-11-20')
  await phone.mini.tap('先添自己')
  await phone.mini.input('姓名', people.dibaoFour.name)
  await phone.mini.input('身份证号', people.dibaoFour.idNumber)
  const { ports } = phone.service.running
  const { store } = ports
  ports.store = new Proxy(store, {
    get: () => () => Promise.reject(new Error('the database is away')),
  })
  await phone.mini.tap('同意，下一步')
  phone.sees('医保局的服务，暂时打不开。过一会再试。', '您填的都还在，没有丢。')
  ports.store = store
  await phone.mini.tap('同意，下一步')
  phone.sees('王样例的2024年医保')
})

test('我的信息: read and deleted, with the consequence before the tap', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.mini.open('more/privacy/index')
  phone.sees('存了您什么', '6207****23')
  await phone.mini.tap('删掉我的信息')
  phone.sees('确定删掉？')
  await phone.mini.tap('确定，删掉')
  await phone.mini.settle()
  phone.sees('删好了。您替谁办、同意过什么，都没有了。')
})
