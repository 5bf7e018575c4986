/** What the offices read about money: refunds over the desks, the days, one day's account. */
import type { DaySums, DayStage, DifferenceShown, PushShown } from '../../../shared/contracts/day'
import type { Rejection } from '../../../shared/contracts/refund'
import type { RefundDesk, RefundOnDesk } from '../../../shared/contracts/staff'
import { shortMoment } from './figures'

const steps: Record<RefundDesk, string> = {
  tax: '受理',
  bureau: '审核',
  finance: '转账',
  confirmation: '确认到账',
}

const refusals: Record<
  'notAtThisDesk' | 'actedAlready' | 'wayStated' | 'wechatUndecided' | 'notAllowed' | 'notFound',
  string
> = {
  notAtThisDesk: '这一笔已经到了别的岗位。重新打开这页再看。',
  actedAlready: '您办过前一步，或是您自己申请的。请换一位同事办。',
  wayStated: '通知写明了退款的路，只能按那条办。',
  wechatUndecided: '微信还没说退不退。等微信说清再转，免得退两次。',
  notAllowed: '您的岗位不能办这一步。请找该办的部门。',
  notFound: '没有找到这一笔。重新打开这页再看。',
}

export const refundDesk = {
  title: '退费',
  steps,
  heading: (desk: RefundDesk) => `等${steps[desk]}的退费`,
  explain: '一笔退费由三个不同的人办，谁也不能办两步。',
  nothing: '没有等着办的退费',
  nothingText: '居民申请了，会排在这里，早的在前。',
  list: '等着办的',
  more: '再看后面的',
  about: '这一笔',
  people: '谁的',
  number: '证件号',
  sum: '退多少',
  why: '为什么',
  year: '参保年度',
  order: '缴费单号',
  counter: '柜台缴费',
  counterOf: (town: string, channel: string, day: string) => `${town}　${channel}　${day}缴`,
  bureauCounter: '县医保局录',
  receipt: '票据号',
  counterWay: '钱是在柜台收的，微信退不了。由财政局转账。先对过票据。',
  since: '从哪天等起',
  way: '怎么退',
  voucher: '转账凭证号',
  ways: { wechat: '微信原路退回', transfer: '财政转账' } satisfies Record<'wechat' | 'transfer', string>,
  wayLabel: '钱怎么退回去',
  wayStated: (way: string) => `退费照通知的路走：${way}。`,
  wayFirst: '先选钱怎么退，再同意。',
  causes: {
    late: '关单以后才付到',
    twice: '已经参保，又付了一次',
    application: '居民申请',
  } satisfies Record<RefundOnDesk['cause'], string>,
  accept: '受理，交医保局',
  approve: (sum: string) => `同意退 ${sum}`,
  reject: '不同意退',
  rejectLabel: '为什么不退',
  rejectFirst: '先选原因，居民看得到。',
  rejectSure: '不退，告诉居民',
  notYet: '先不定',
  rejections: {
    factsDiffer: { text: '查到的和说的不一样' },
    papersMissing: { text: '材料不全', hint: '居民补齐了可以再申请' },
    noticeSaysNo: { text: '按通知不退' },
    other: { text: '别的原因', hint: '居民要来问' },
  } satisfies Record<Rejection, { text: string; hint?: string }>,
  voucherHint: '照转账凭证上的写，4到40个字。',
  voucherWrong: '凭证号要4到40个字，只有字母、数字、汉字和括号。',
  transfer: (sum: string) => `已转出 ${sum}`,
  confirm: (sum: string) => `钱已转出 ${sum}，办结`,
  consequence: {
    tax: '受理以后，由县医保局审核。',
    bureau: '同意以后，钱退回去，这一年不算参保。',
    finance: '记下以后，由另一位同事核对办结。',
    confirmation: '办结以后不能改。先对过凭证再点。',
  } satisfies Record<RefundDesk, string>,
  mayNot: '您办过前一步，或是您自己申请的。请换一位同事办。',
  onlyLooks: '审计只看，不办。',
  busy: '正在记…',
  moved: '办好了。',
  refusals,
}

const stages: Record<DayStage, string> = {
  open: '还没过完',
  cut: '等微信账单',
  billLoaded: '正在对账',
  matched: '对平了，要送',
  differs: '有差异',
  pushed: '已送，等签收',
  confirmed: '各部门收到了',
}

const kinds: Record<DifferenceShown['kind'], string> = {
  paymentUnknownHere: '账单有，账上没有',
  paymentUnknownThere: '账上有，账单没有',
  amountDiffers: '金额不同',
  refundDiffers: '退费不同',
  billNotTrusted: '账单不完整，没有采用',
}

export const days = {
  title: '日结',
  heading: '每天的账',
  explain: '每天和微信账单对平，第二天送到各部门。',
  chart: '各天送出的净额',
  table: '同样的数，用表看',
  bar: (day: string, sum: string, payments: string) => `${day}，净额${sum}，${payments}笔`,
  columns: { date: '哪天', stage: '到哪一步', payments: '笔数（含退费）', sum: '净额（元）', look: '看这天' },
  stages,
  open: (differences: number) => `${differences}处差异`,
  none: '还没送',
  look: (day: string) => `看${day}的账`,
  more: '再看更早的',
  nothing: '还没有开始收费',
  nothingText: '有人缴费的那天起，每天一行。',
}

export const dayAccount = {
  title: '一天的账',
  heading: (day: string) => `${day}的账`,
  stages,
  reconciled: '和微信账单一分不差',
  notReconciled: '还没和微信账单对平',
  due: (by: string) => `要在${by}前送到`,
  dueUnstated: '通知没写时刻，按平常的时刻送。',
  dueStated: '当天的征缴明细，第二天这个时刻前送到各部门。',
  sums: '账上的数',
  lines: {
    paidFen: '收款',
    feesFen: '其中参保费',
    owedFen: '批准退费',
    backFen: '退回去的',
    suspenseFen: '待查的钱',
  } satisfies Record<Exclude<keyof DaySums, 'payments'>, string>,
  payments: (number: string) => `${number}笔`,
  differences: '差异',
  noDifference: '没有差异。',
  kinds,
  here: '账上',
  there: '账单',
  nothing: '无',
  mended: (at: string) => `${at}补平`,
  standing: '待查',
  columns: { what: '什么', number: '单号', here: '账上（元）', there: '账单（元）', state: '现在' },
  versions: '送出的明细',
  notSent: '还没有送。到点自动送，没有账单也送。',
  version: (number: number) => `第${number}版`,
  inTime: '按时',
  late: '晚了',
  versionText: ({ payments, reconciled, madeAt }: PushShown, sum: string) =>
    `${payments}笔，净额${sum}，${reconciled ? '已对账' : '未对账'}，${shortMoment(madeAt)}`,
  receipts: { pending: '还没有回音', received: '收到', refused: '拒收，要找人问' } satisfies Record<
    PushShown['departments'][number]['state'],
    string
  >,
  notFound: '这一天没有账。',
  back: '看所有的天',
}
