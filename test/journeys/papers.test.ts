/** 交证明、意见投诉: from the phone to the office and back. */
import { AnswerComplaint, ListComplaints, TakeComplaint } from '../../shared/contracts/staffComplaints'
import { DecideProof, ListProofs, OpenProof } from '../../shared/contracts/staffProofs'
import { pdf, withSegment, zip } from '../papers'
import { officeOf } from './office'
import { people } from './people'
import { choosePlace, identify } from './roads'
import { setting } from './setting'
import type { Walk } from './walk'

/** A real photograph of some hundred kilobytes. */
async function photograph(walk: Walk): Promise<Buffer> {
  let picture = await walk.page.screenshot({ type: 'jpeg' })
  for (let count = 0; count < 6; count += 1) picture = withSegment(picture, 0xfe, Buffer.alloc(60_000, 1))
  return picture
}

/** Chooses a file where the page asks for one. */
async function choose(walk: Walk, button: string, name: string, mimeType: string, buffer: Buffer) {
  const asked = walk.page.waitForEvent('filechooser')
  await walk.tap(button)
  await (await asked).setFiles({ name, mimeType, buffer })
}

describe('in the autumn of 2020', () => {
  const here = setting('2020-11-20')

  test('插旗: a voucher is photographed, cut off, sent on, asked for again, and accepted', async () => {
    const { walk, service } = here
    await walk.open()
    await choosePlace(walk, /^插旗/)
    await walk.tap('查重复参保')
    await walk.choose(/^就在本县/)
    await walk.tap('下一题')
    await walk.choose(/^在外地，参加了居民医保/)
    await walk.tap('看结果')
    await walk.tap(/^拍照交证明/)
    await walk.sees('先认一认本人')
    await walk.look('100-proofs-nobody')
    await walk.tap('填姓名、身份证号')
    await walk.type('姓名', people.chaqi.name)
    await walk.type('身份证号', people.chaqi.idNumber)
    await walk.tap('同意，下一步')
    await walk.sees(/的2021年医保/)
    await walk.open('#/more/proofs/index?region=chaqi&year=2021')
    await walk.sees('交哪一份？', '只给医保部门看。加密保存，可以撤回。')
    await walk.look('101-proofs')
    await walk.tap('拍照')
    await walk.sees('先选交哪一份。')
    await walk.choose(/^参保缴费凭证/)

    await choose(walk, '选PDF文件', '证明.pdf', 'application/pdf', zip())
    await walk.sees('选好了：PDF文件，1 KB')
    await walk.tap('交上去')
    await walk.sees('只收照片和PDF。请拍照再交。')

    await choose(walk, '拍照', '照片.jpg', 'image/jpeg', await photograph(walk))
    await walk.page.getByRole('img', { name: '要交的照片' }).waitFor()
    await walk.look('102-proofs-look')
    let parts = 0
    await walk.page.route('**/uploadProof', (route) => {
      parts += 1
      return parts === 2 ? route.abort() : route.continue()
    })
    await walk.tap('交上去')
    await walk.sees('没交完，文件还在。')
    await walk.look('103-proofs-cut-off')
    await walk.tap('接着交')
    await walk.sees('交好了，等审核。', '医保部门会看。结果写在这里。')
    await walk.look('104-proofs-sent')
    // The part that had arrived was not sent again.
    expect(parts).toBe(3)

    const bureau = officeOf(service, 'bureau', 'chaqi')
    const [proof] = (await bureau(ListProofs, { state: 'received' })).proofs
    const proofId = proof?.proofId ?? ''
    await bureau(OpenProof, { proofId, part: 0 })
    await bureau(DecideProof, { proofId, decision: 'askedAgain', reason: 'unreadable' })
    await walk.page.reload()
    await walk.sees('要重新交', '看不清。放平、对着光再拍。')
    await walk.look('105-proofs-again')
    await walk.tap(/^重新交这一份/)
    await walk.sees('重新交：参保缴费凭证')
    await choose(walk, '选PDF文件', '凭证.pdf', 'application/pdf', pdf())
    await walk.tap('交上去')
    await walk.sees('换成新的了')

    const [better] = (await bureau(ListProofs, { state: 'received' })).proofs
    const betterId = better?.proofId ?? ''
    await bureau(OpenProof, { proofId: betterId, part: 0 })
    await bureau(DecideProof, { proofId: betterId, decision: 'accepted', reason: null })
    await walk.page.reload()
    await walk.sees('通过了', '这一份不用再交。')
    await walk.look('106-proofs-accepted')
  })

  test('what was sent is taken back, after one is asked whether one means it', async () => {
    const { walk, service } = here
    await walk.open()
    await choosePlace(walk, /^插旗/)
    await identify(walk, people.chaqi)
    await walk.sees(/的2021年医保/)
    await walk.open('#/more/proofs/index?year=2021')
    await walk.choose(/^参保缴费凭证/)
    await choose(walk, '选PDF文件', '凭证.pdf', 'application/pdf', pdf())
    await walk.tap('交上去')
    await walk.sees('等审核')
    await walk.tap(/^撤回，/)
    await walk.sees('撤回以后，谁也看不了这一份。要撤回吗？')
    await walk.page.getByText('确定', { exact: true }).click()
    await walk.sees('您撤回了', '这一份谁也看不了了。')
    const bureau = officeOf(service, 'bureau', 'chaqi')
    expect((await bureau(ListProofs, { state: 'received' })).proofs).toEqual([])
  })
})

describe('in the autumn of 2023', () => {
  const here = setting('2023-11-20')

  test('山丹 2024: the notice names no paper, so none is asked for, and whom to ask', async () => {
    const { walk } = here
    await walk.open()
    await identify(walk, people.ordinary)
    await walk.sees('周示范的2024年医保')
    await walk.open('#/more/proofs/index')
    await walk.sees('要带什么证明，通知没有写。', '先到县医保局问。')
    await walk.look('107-proofs-unstated')
  })

  test('a complaint from where it happened: kept while it is written, at the tax office, answered', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.ordinary)
    await walk.sees('周示范的2024年医保')
    await walk.tap('意见投诉')
    await walk.sees('有什么要说？', '要付多少')
    await walk.look('110-complaint')
    await walk.tap('交上去')
    await walk.sees('先选说哪一样。')
    await walk.choose(/^缴费、退费的钱/)
    await walk.sees('交给县税务局。')
    await walk.tap('交上去')
    await walk.sees('还没写要说的话。')
    await walk.type('您要说的话', '银行扣了两次，只有一张凭证。')
    await walk.page.reload()
    await walk.sees('交给县税务局。')
    expect(await walk.page.getByLabel('您要说的话').inputValue()).toBe('银行扣了两次，只有一张凭证。')
    await walk.look('111-complaint-written')
    await walk.context.setOffline(true)
    await walk.tap('交上去')
    await walk.sees('没有网络。连上以后再点一次。您填的都还在，没有丢。')
    await walk.context.setOffline(false)
    await walk.tap('交上去')
    await walk.sees('交上去了。有了答复，写在下面。', '等受理', /^县税务局，截至/)
    await walk.look('112-complaint-sent')

    const tax = officeOf(service, 'tax', 'shandan')
    const { complaints } = await tax(ListComplaints, { desk: 'tax', state: 'received' })
    expect(complaints).toMatchObject([{ page: 'result', coverageYear: 2024, person: null }])
    const complaintId = complaints[0]?.complaintId ?? ''
    await tax(TakeComplaint, { complaintId })
    await walk.page.reload()
    await walk.sees('正在办')
    await tax(AnswerComplaint, { complaintId, answer: '查到扣了两次，多的一笔已经退回。' })
    await walk.page.reload()
    await walk.sees('已答复', '查到扣了两次，多的一笔已经退回。')
    await walk.look('113-complaint-answered')
    await walk.open()
    await walk.tap('意见投诉')
    await walk.sees('已答复')
  })

  test('an objection to a record stands among one’s complaints, and its answer beside the record', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.employee)
    await walk.choose('以前有，现在停了')
    await walk.tap('请医保部门核对')
    await walk.sees('由县医保局核对。核对前先别缴。')
    await walk.tap('意见投诉')
    await walk.sees('觉得医保记录不对', '以前有，现在停了', '等受理')
    await walk.look('114-complaint-record')
    const bureau = officeOf(service, 'bureau', 'shandan')
    const { complaints } = await bureau(ListComplaints, { desk: 'bureau', state: 'received' })
    const complaintId = complaints[0]?.complaintId ?? ''
    await bureau(TakeComplaint, { complaintId })
    await bureau(AnswerComplaint, { complaintId, answer: '职工医保已停，记录改好了。' })
    await walk.page.goBack()
    await walk.page.reload()
    await walk.sees('县医保局核对过了，答复：', '职工医保已停，记录改好了。')
    await walk.look('115-dispute-answered')
  })
})
