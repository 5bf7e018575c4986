/** 居民、账号、审计: somebody is invited and comes in, a person is looked at and set right, two records become one, and all of it is seen. */
import { findDuplicates } from '../../cloudfunctions/jobs/findDuplicates'
import { checkChainOn } from '../../cloudfunctions/_audit/checkChainOn'
import { linkEvents } from '../../cloudfunctions/_audit/linkEvents'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../shared/identity/idNumber'
import { officer } from './officer'
import { people, type Person } from './people'
import { setting } from './setting'
import type { Walk } from './walk'

const here = setting('2023-11-20')

const find = async (desk: Walk, { name, idNumber }: Person): Promise<void> => {
  await desk.type('姓名', name)
  await desk.type('证件号码', idNumber)
  await desk.tap('找')
}

test('the bureau opens an account and invites; whoever has the token comes in with their own WeChat account, and is out at once', async () => {
  const bureau = await officer(here, '医保样例甲')
  await bureau.tap('管理')
  await bureau.tap('账号')
  await bureau.sees('经办账号', '开一个账号')
  await bureau.tap('开账号')
  await bureau.sees('先选岗位，再填名字。')
  await bureau.choose(/^乡镇$/)
  await bureau.choose(/^清泉镇$/)
  await bureau.type('怎么称呼', '乡镇样例新')
  await bureau.choose(/^民政花名册$/)
  await bureau.tap('开账号')
  await bureau.sees('乡镇样例新', '还没绑微信')
  await bureau.tap('调岗，乡镇样例新')
  await bureau.sees('给乡镇样例新调岗')
  await bureau.choose(/^位奇镇$/)
  await bureau.look('158-desk-moving')
  await bureau.tap('保存调岗')
  await bureau.sees('位奇镇', '以前是乡镇 清泉镇')
  await bureau.look('158-desk-accounts')
  await bureau.tap('发邀请，乡镇样例新')
  await bureau.sees('给乡镇样例新的邀请码', '只显示这一次。', '只能用一次，用过就作废。')
  await bureau.page.getByAltText('给乡镇样例新的邀请码，二维码').waitFor()
  await bureau.look('159-desk-token')
  const token = await bureau.page.locator('.token').innerText()

  const { walk } = here
  await walk.open('#/workbench/enter/index')
  await walk.tap('我有邀请码')
  await walk.tap('绑定我的微信')
  await walk.sees('先填邀请码。')
  await walk.look('160-desk-join')
  await walk.type('邀请码', token)
  await walk.tap('绑定我的微信')
  await walk.sees('绑好了：山丹县位奇镇，乡镇。')
  await walk.tap('进工作台')
  await walk.sees('位奇镇，今天先办这些')
  expect(here.service.log()).not.toContain(token)

  await bureau.tap('停用，乡镇样例新')
  await bureau.tap('停用这个账号')
  await bureau.sees('已停用')
  await walk.page.reload()
  await walk.sees('账号没有登录，或已停用。请重新进。')
  await bureau.end()
})

test('a person is found, each fact has its source, one is set right with a reason, and the auditor sees who looked', async () => {
  await here.walk.open()
  const bureau = await officer(here, '医保样例甲')
  await bureau.tap('居民')
  await bureau.sees('找哪一位？')
  await find(bureau, { ...people.dibaoFour, name: '别人' })
  await bureau.sees('您能看的范围里没有这个人。')
  await bureau.look('155-desk-person-find')
  await find(bureau, people.dibaoFour)
  await bureau.sees('现在的情况', '来源：演示数据 · 2023年11月20日', '经过', '农村低保四类')
  await bureau.look('156-desk-person')
  await bureau.tap(/^更正，村（社区）/)
  await bureau.tap('记下更正')
  await bureau.sees('正确的内容、原因和说明都要填。')
  await bureau.look('157-desk-person-correct')
  await bureau.type('正确的村（社区）', '样例新村')
  await bureau.choose(/^以户口簿为准$/)
  await bureau.type('说明', '看过户口簿原件')
  await bureau.tap('记下更正')
  await bureau.sees('更正好了。', '样例新村', /来源：经办更正/, /更正村（社区）：以户口簿为准/)
  await bureau.end()

  const { ports } = here.service.running
  await linkEvents(ports)
  await checkChainOn(ports)
  const auditor = await officer(here, '审计样例甲')
  await auditor.tap('管理')
  await auditor.tap('审计')
  await auditor.sees(
    '看了一位居民的档案',
    '更正了一位居民',
    '按姓名和证号找人，没找到',
    /核到第\d+环，没有被动过。/,
  )
  await auditor.look('162-desk-audit')
  await auditor.tap(/^看档案，更正了一位居民/)
  await auditor.sees('样例新村')
  await auditor.end()
})

test('two records of one name and birth day stand side by side and become one', async () => {
  await here.walk.open()
  const { ports } = here.service.running
  const { name, idNumber } = people.ordinary
  const first17 = idNumber.slice(0, 14) + String(Number(idNumber.slice(14, 17)) + 100).padStart(3, '0')
  const twin = first17 + checkCharacter(first17)
  const made = { name, idNumber: twin, region: 'shandan', town: null, residence: 'hukou' }
  const unknown = { identities: null, otherCover: null, lastCovered: null, student: null }
  const { resident, index } = residentDocuments(ports.cipher, { ...made, ...unknown })
  await ports.store.insert('residents', resident.id, resident.fields)
  await ports.store.insert('residentIndex', index.id, index.fields)
  await findDuplicates(ports)
  const bureau = await officer(here, '医保样例甲')
  await bureau.tap('居民')
  await bureau.tap('疑似重复')
  await bureau.sees('疑似重复的档案', name, '没有缴费')
  await bureau.look('161-desk-duplicates')
  await bureau.tap('是同一个人，合成一份')
  await bureau.sees('先选留哪一份。')
  await bureau.choose(new RegExp(`份：${idNumber.slice(0, 4)}\\*{4}${idNumber.slice(-2)}$`))
  await bureau.tap('是同一个人，合成一份')
  await bureau.sees('记下了。', '这里没有')
  await bureau.tap('找人')
  await find(bureau, { name, idNumber: twin })
  await bureau.sees('您能看的范围里没有这个人。')
  await find(bureau, people.ordinary)
  await bureau.sees('另一份档案并到这一份')
  await bureau.end()
})
