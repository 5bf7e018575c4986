import type { MissingWhy, TargetSource } from '../../../shared/contracts/progress'
import { count } from './workbench'

const people = (number: number): string => `${count(number)} 人`

const whys = {
  subsidised: '资助对象',
  lastYear: '去年缴了，今年没缴',
  elsewhere: '登记在外地',
  other: '其他',
} satisfies Record<MissingWhy, string>

/** In the order in which they are read. */
export const whyOrder = [
  'subsidised',
  'lastYear',
  'elsewhere',
  'other',
] as const satisfies readonly MissingWhy[]

const unknownTown = '未登记乡镇'
const unknownVillage = '未登记村'

/** 进度: how far a place and its parts are. */
export const progress = {
  title: '进度',
  heading: (year: number) => `${year}年度缴费进度`,
  townHeading: (town: string, year: number) => `${town}，${year}年度缴费进度`,
  asOf: (moment: string) => `截至${moment}，按到账人数。`,
  order: '次序照通知附件。',
  orderByName: '通知正文没有任务表，次序照名称。',
  never: '还没有数过。每天早上自动数一遍。',
  countNow: '现在重新数',
  counting: (done: number, of: number) => `正在数，${of}份里数了${done}份。`,
  countRefusals: { noPolicy: '这一年没有政策表。', notWholeRegion: '全县的数，由县医保局重新数。' },
  export: '导出表格',
  exportRefusals: { noPolicy: '这一年没有政策表。', notFound: '这里还没有数过的人。' },
  file: (place: string, year: number) => `${place}${year}年度进度.csv`,
  unknownTown,
  unknownVillage,
  figures: {
    done: (place: string) => `${place}已缴`,
    unit: '人',
    target: '任务（照通知）',
    targetSays: '各单位的任务照通知的附表，合计是各行相加。',
    noTarget: '通知未载明',
    percent: '完成',
    shortfall: '未完成各单位合计还差',
    gap: '还差',
  },
  chart: '各单位的进度',
  legend: {
    paid: '已缴',
    onBehalf: '代缴',
    gap: '还差',
    over: '超出',
    target: '任务',
    targetIs: (percent: number) => `任务（就是${percent}%）`,
    reference: (percent: number) => `${percent}%（参考，这份通知没有写）`,
    ofRegister: (percent: number) => `${percent}%（按名册应参保的人）`,
  },
  bar: (name: string, done: number, onBehalf: number, target: number | null) =>
    `${name}，到账${count(done)}${onBehalf > 0 ? `，其中代缴${count(onBehalf)}` : ''}${
      target === null ? '' : `，任务${count(target)}`
    }`,
  short: (gap: number) => `差 ${count(gap)}`,
  over: (gap: number) => `超 ${count(-gap)}`,
  reached: '完成',
  table: '同样的数，用表看',
  columns: {
    unit: '单位',
    village: '村（社区）',
    paid: '已缴',
    onBehalf: '代缴',
    done: '到账',
    percent: '完成',
    gap: '还差',
    registered: '登记在册',
    employee: '职工医保',
    shouldEnroll: '应参保',
    exempt: '特殊人群',
    missing: '还没缴',
    list: '名单',
  },
  total: '合计',
  totalReckoned: '合计（有任务的）',
  totalAll: '合计（所有人）',
  placesWithTarget: (place: string) => `${place}有任务的单位`,
  places: (names: readonly string[]) =>
    names.length > 4 ? `${names.slice(0, 3).join('、')}等${names.length}处` : names.join('、'),
  outside: {
    notice: (names: string, registered: string, done: string) =>
      `${names}，通知没有列任务。那里在册${registered}人，到账${done}人，不算进完成和还差。`,
    imported: (names: string, registered: string, done: string) =>
      `${names}，没有导入任务。那里在册${registered}人，到账${done}人，不算进完成和还差。`,
  } satisfies Record<TargetSource, unknown>,
  base: (base: string) => `基数：${base}。`,
  bothTargets: '两处都有任务的，完成和还差照通知印的算，导入的只列出。',
  importedBeside: (heads: number) => `另有导入的任务${count(heads)}人。完成和还差照通知印的算。`,
  shortfallNote: (over: readonly string[]) =>
    `“还差”只加未完成的单位。${over.length > 0 ? `${over.join('、')}超出的人，不抵别处。` : ''}`,
  register: '名册上的人',
  registerNote: '应参保＝登记在册减职工医保。特殊人群是县医保局核实过的，不再上门。',
  rates: '通知要的参保率',
  rateOf: (percent: number) => `${percent}%以上`,
  rateAll: (percent: number) => `${percent}%`,
  rateReference: '通知没有写参保率。图上的虚线只作参考。',
  rateEverybody: '各单位',
  rateGroup: '只管其中一部分人或地方，图上不画。',
  rateSays: (who: string, percent: number) => `${who}的参保率要到${percent}%。`,
  villages: '各村（社区）',
  importedTarget: '任务（导入）',
  list: (village: string) => `看名单，${village}`,
  listShort: '看名单',
  villagesNone: '名册里还没有这个乡镇的人。',
  back: '看所有单位',
  special: '特殊人群台账',
  whys,
  people,
}

/** 工作经费: what a notice promises those who collect. */
export const workFund = {
  heading: '工作经费',
  says: '按完成任务的日子和到账人数给乡镇工作经费。',
  value: '通知没写按哪天的人数算',
  explain: '一种按那一档截止日的人数，一种按现在的人数。两种都列，由财政局定。',
  columns: { unit: '单位', done: '到账', step: '哪一档', fund: '经费（元）' },
  reached: (day: string, yuan: string) => `${day}前完成，每人${yuan}元`,
  open: (day: string, yuan: string) => `还没完成。${day}前每人${yuan}元`,
  missed: '没有按时完成，不拨',
  noTarget: '通知没有列任务',
  undated: (number: number) => `${count(number)}人没有缴费日子，截止日的人数里没有算。`,
  none: '还不到',
  upTo: (high: string) => `到${high}`,
  bureau: (yuan: string, heads: number, sum: string) =>
    `县医保局：每人${yuan}元，现在${count(heads)}人，${sum}元。`,
}

/** 还差多少人, as 今日 says it. */
export const todayGap = {
  heading: (where: string) => `${where}还差`,
  unit: '人',
  line: (done: number, target: number, until: string | null) =>
    `已缴 ${count(done)} 人，任务 ${count(target)} 人${until === null ? '' : `，${until}`}。`,
  left: (day: string, days: number) => `到${day}还有${days}天`,
  over: (day: string) => `${day}已经截止`,
  noTarget: '通知正文没有任务数，这里只列名册上的人。',
  done: (where: string) => `${where}的任务完成了`,
  missing: '名册上还没缴的人',
  number: '人数',
  total: '合计',
  never: '还没有数过。每天早上自动数一遍。',
  go: '看未缴名单',
}
