/** 审证明、办意见: from the resident's phone to the office's desk and back, the offices' side by tap. */
import { randomUUID } from 'node:crypto'
import { answerResident } from '../../cloudfunctions/resident/answerResident'
import type { Contract, ReplyOf, RequestOf } from '../../shared/contracts/contract'
import { DisputeEnrollment } from '../../shared/contracts/disputeEnrollment'
import { Identify } from '../../shared/contracts/identify'
import { MyComplaints } from '../../shared/contracts/myComplaints'
import { MyProofs } from '../../shared/contracts/myProofs'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { UploadProof } from '../../shared/contracts/uploadProof'
import { jpeg, pdf } from '../papers'
import { officer } from './officer'
import { people, type Person } from './people'
import { setting, type Setting } from './setting'

/** Somebody with a phone of their own, below the pages: their side has journeys of its own. */
function phoneOf({ service }: Setting, openId: string) {
  return async <C extends Contract>({ name }: C, request: RequestOf<C>): Promise<ReplyOf<C>> => {
    const outcome = await answerResident(name, request, { ...service.running.ports, caller: { openId } })
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.reply
  }
}

const identified = async (ask: ReturnType<typeof phoneOf>, region: string, { name, idNumber }: Person) =>
  (await ask(Identify, { region, name, idNumber, relation: 'self', consent: 'person-1' })).member.residentId

describe('in the autumn of 2020', () => {
  const here = setting('2020-11-20')

  test('papers are opened, one is accepted, another asked for again; who decided nothing has opened nothing', async () => {
    await here.walk.open()
    const picture = await here.walk.page.screenshot({ type: 'jpeg' })
    const ask = phoneOf(here, 'o-sender')
    const residentId = await identified(ask, 'chaqi', people.chaqi)
    const paper = 'elsewhereEnrollmentVoucher'
    const send = async (file: Buffer) => {
      const about = { residentId, coverageYear: 2021, paper, key: randomUUID(), bytes: file.length }
      await ask(UploadProof, { ...about, part: 0, content: file.toString('base64') })
    }
    await send(picture.length < 190_000 ? picture : jpeg())
    await send(pdf())

    const desk = await officer(here, '医保样本甲')
    await desk.sees('快到期的新生儿', /^2021年度的通知，没有新生儿一条/)
    await desk.look('14e-today')
    await desk.tap('去审，居民交来的证明')
    await desk.sees('居民交来的证明', '证明在外地已参加2021年度医保', '参保那个地方的医保部门')
    await desk.tap('行，通过')
    await desk.sees('先打开看，再定。')
    await desk.look('148-proof-desk')
    await desk.tap('打开看')
    await desk.page.getByRole('img', { name: '孙样例的参保缴费凭证' }).waitFor()
    await desk.look('149-proof-desk-open')
    await desk.tap('行，通过')
    await desk.sees('定好了，居民看得到。')
    await desk.tap('打开看')
    await desk.sees('PDF已打开。看过再回来定。')
    await desk.tap('要重新交')
    await desk.tap('请居民重新交')
    await desk.sees('先选为什么，居民看得到。')
    await desk.choose('缺页、没拍全')
    await desk.look('14a-proof-desk-again')
    await desk.tap('请居民重新交')
    await desk.sees('这里没有证明')
    await desk.tap('要重交的')
    await desk.sees('缺页、没拍全')
    await desk.end()
    const { proofs } = await ask(MyProofs, { residentId, coverageYear: 2021 })
    expect(proofs.map(({ state, reason }) => [state, reason]).sort()).toEqual([
      ['accepted', null],
      ['askedAgain', 'incomplete'],
    ])
  })
})

describe('in the autumn of 2023', () => {
  const here = setting('2023-11-20')

  test('an objection and a complaint: taken, answered, handed on, closed', async () => {
    await here.walk.open()
    const ask = phoneOf(here, 'o-insured')
    const residentId = await identified(ask, 'shandan', people.employee)
    await ask(DisputeEnrollment, { residentId, coverageYear: 2024, says: 'ended' })
    const about = { key: randomUUID(), topic: 'money', page: 'receipt', version: '1.0' } as const
    const text = '银行扣了两次，只有一张凭证。'
    await ask(SendComplaint, { ...about, text, region: 'shandan', coverageYear: 2024 })

    const auditor = await officer(here, '审计样例甲')
    await auditor.sees('今天没有等您办的事')
    await auditor.end()
    const bureau = await officer(here, '医保样例甲')
    await bureau.tap('去办，医保局的意见、异议')
    await bureau.sees('居民的意见、异议', '记着：参加了职工医保', '以前有，现在停了')
    await bureau.look('14b-complaint-desk')
    await bureau.tap('我来受理')
    await bureau.tap('正在办')
    await bureau.tap('答复居民')
    await bureau.sees('先写答复。')
    await bureau.type('怎么答复', '查过了，职工医保十月停了，可以缴。')
    await bureau.look('14c-complaint-desk-answer')
    await bureau.tap('答复居民')
    await bureau.sees('办好了。')
    await bureau.tap('已答复')
    await bureau.sees('查过了，职工医保十月停了，可以缴。')
    await bureau.tap('办结')
    await bureau.tap('办完了')
    await bureau.sees('查过了，职工医保十月停了，可以缴。')
    await bureau.end()

    const tax = await officer(here, '税务样例甲')
    await tax.tap('意见')
    await tax.sees(text, '没有留姓名', '凭证')
    await tax.tap('转给别的部门')
    await tax.tap('转过去')
    await tax.sees('先选转给谁。')
    await tax.choose('县医保局')
    await tax.look('14d-complaint-desk-forward')
    await tax.tap('转过去')
    await tax.sees('这里没有意见')
    await tax.end()
    const { complaints } = await ask(MyComplaints, {})
    expect(complaints.map(({ state }) => state).sort()).toEqual(['closed', 'received'])
  })
})
