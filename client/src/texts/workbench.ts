import type { Role } from '../../../shared/contracts/staff'

/** A number of people or payments, in groups of three. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** 工作台: what the offices read. */
export const workbench = {
  name: '居民医保工作台',
  nav: {
    today: '今日',
    imports: '导入',
    match: '每月比对',
    refunds: '退费',
    counter: '录缴费',
    townDays: '日清月结',
    proofs: '审证明',
    complaints: '意见',
    days: '日结',
    school: '学生名单',
    rules: '规则',
    forms: '表册',
    person: '居民',
    accounts: '账号',
    audit: '审计',
    progress: '进度',
    ownRoster: '本部门名单',
  },
  /** What several pages share in the row of tabs. */
  groups: { money: '资金', letters: '来件', office: '管理' },
  /** From a list to the page about one person. */
  seePerson: '看档案',
  seePersonOf: (name: string, number: string) => `看档案，${name}，${number}`,
  navLabel: '工作台',
  skip: '跳到正文',
  subnavLabel: '这一类',
  coverageYear: (year: number) => `参保年度 ${year}`,
  who: (name: string, where: string) => `经办：${name}（${where}）`,
  roles: {
    clerk: '乡镇',
    bureau: '县医保局',
    tax: '县税务局',
    finance: '县财政局',
    department: '行业部门',
    school: '学校',
    auditor: '审计',
  } satisfies Record<Role, string>,
  /** On a phone, from what is open to all that wait. */
  toList: '看名单',
  leave: '换账号',
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
}

export const enter = {
  title: '进工作台',
  heading: '您是哪一位？',
  demo: '演示用的账号，人名都是编的。',
  label: '经办账号',
  go: '进工作台',
  chooseFirst: '先选一位，再进。',
  noAccount: '这个微信没有经办账号。请县医保局发邀请。',
  ended: '账号没有登录，或已停用。请重新进。',
}

export const today = {
  title: '今日',
  heading: (where: string) => `${where}，今天先办这些`,
  asOf: (day: string, weekday: string, time: string) => `${day}，星期${weekday}。数据截至${time}。`,
  nothing: '今天没有等您办的事',
  nothingText: '有了新的，会列在这里。',
  refunds: (desk: string) => `退费等您${desk}`,
  refundsText: (most: string) => `最早的一笔从${most}等到现在。`,
  refundsGo: '去办',
  differs: '日结有差异',
  differsText: (days: string) => `${days}的账和微信账单对不上。`,
  due: (day: string) => `${day}的征缴明细还没送到`,
  dueText: (by: string) => `要在${by}前送到各部门，到点自动送。`,
  look: '去看',
  rejects: '导入时没认出的人',
  rejectsText: '下载退回的行，改好再导入。',
  rejectsGo: '去改',
  findings: '每月比对，等您定',
  findingsText: (year: number, month: number) => `${year}年${month}月的名单和参保对出来的。`,
  findingsGo: '去核对',
  proofs: '居民交来的证明',
  proofsText: (most: string) => `最早的一份从${most}等到现在。`,
  proofsGo: '去审',
  complaints: (desk: string) => `${desk}意见、异议`,
  complaintsText: (most: string) => `最早的一件从${most}等到现在。`,
  complaintsGo: '去办',
  toClose: '日清月结，没结账',
  toConfirm: '日清月结，等复核',
  reversals: '柜台缴费更正，等复核',
  reversalsText: '录错的，隔天才发现。',
  townDaysText: (town: string, day: string) => `最早的是${town}${day}。`,
  townDaysGo: '去结',
  townDaysConfirm: '去复核',
  newborns: '快到期的新生儿',
  newbornsUnstated: (year: number, count: string, office: string) =>
    `${year}年度的通知，没有新生儿一条。${count}个孩子等${office}裁定，不自动算日子。`,
  newbornsUnstatedNone: (year: number, office: string) =>
    `${year}年度的通知，没有新生儿一条，日子由${office}裁定。`,
  newbornsDue: (count: string, day: string) => `${count}个孩子还没缴，最早的到${day}。`,
  newbornsNone: '没有快到期的孩子。',
  newbornsMore: '还有没数到的人。',
  newbornsShow: (count: string) => `看这${count}个孩子`,
  child: (name: string, maskedId: string) => `${name}　${maskedId}`,
  childDue: (day: string, left: number) => `到${day}，还剩${left}天`,
  childOpen: '等裁定',
}
