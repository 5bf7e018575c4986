import type { ElsewhereScheme, SpecialNoteState } from '../../../shared/contracts/specialNotes'
import type { MissingWhy, TargetSource } from '../../../shared/contracts/progress'
import { count } from './workbench'

/** 进度, 未参保名单, 特殊人群: what those read who go from door to door, and those who answer for a county. */

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

export const missing = {
  title: '未缴名单',
  heading: (village: string) => `${village}，还没缴的人`,
  explain: '现在的名单，缴了的已经不在。按户排。',
  audit: '看了谁、导出什么，都记下来。',
  household: (size: number) => `一户，${size}人`,
  noHousehold: '户不详',
  noted: (group: string) => `待核实：${group}`,
  more: '再看后面的',
  looking: '后面还有，接着找。',
  nothing: '没有还没缴的人',
  nothingText: '这个村的人都缴了，或都不用上门。',
  export: '导出这个村的名单',
  refusals: { noPolicy: '这一年没有政策表。' },
  file: (village: string, year: number) => `${village}${year}年度未缴名单.csv`,
  back: '看进度',
  person: {
    id: '证件号',
    phone: '电话',
    call: '打电话',
    callTo: (phone: string) => `打电话，${phone}`,
    address: '住址',
    why: '为什么没缴',
    special: '特殊人群',
    unknown: '名册没有写',
    enrolled: '已经参保，或不用上门',
    notFound: '这个人不在您的名册里了。',
    note: '登记特殊人群',
    close: '收起',
  },
}

export const special = {
  title: '特殊人群',
  heading: (year: number) => `特殊人群台账，${year}年度`,
  explain: '乡镇登记，县医保局另一个人核实。核实了不再上门。',
  states: { noted: '待核实', checked: '已核实', withdrawn: '已撤回' } satisfies Record<
    SpecialNoteState,
    string
  >,
  nothing: '没有登记的人',
  nothingText: '在未缴名单里点开一个人，就能登记。',
  group: '哪一类',
  scheme: '参加了哪种医保',
  schemes: { resident: '城乡居民医保', employee: '职工医保' } satisfies Record<ElsewhereScheme, string>,
  insuredAt: '参保单位',
  insuredAtHint: '写学校、工作单位，或地方。',
  evidence: '佐证',
  evidenceHint: '写材料名称和编号，如某某证明第几号。2到200个字。',
  listed: (who: string) => `通知：${who}。`,
  evidenceOpen: '通知要佐证材料，没有写是哪一种。写实际收到的。',
  evidenceAsked: (evidence: string) => `通知要的佐证：${evidence}。`,
  source: (clauses: readonly string[]) => `依据 ${clauses.join('、')}`,
  notListed: '通知没有写这一类。写实际收到的材料，由县医保局核实。',
  evidenceMissing: '先写佐证，没有佐证不能登记。',
  groupMissing: '先选是哪一类。',
  elsewhereMissing: '先选哪种医保，再写参保单位。',
  note: '登记',
  cancel: '先不登记',
  busy: '正在记…',
  noteDone: '登记好了，等县医保局核实。',
  check: '核实，不再上门',
  checkOf: (name: string) => `核实，不再上门，${name}`,
  withdraw: '撤回登记',
  withdrawOf: (name: string) => `撤回登记，${name}`,
  notedOn: (moment: string) => `${moment}登记`,
  checkedOn: (moment: string) => `${moment}核实`,
  more: '再看后面的',
  noteRefusals: {
    notFound: '这个人不在您的名册里了。',
    noPolicy: '这一年没有政策表。',
    notedAlready: '登记过了，内容不同。先撤回再登记。',
    notedBeforeMove: '搬来以前登记过。请县医保局撤回后再登记。',
    elsewhereMissing: '先选哪种医保，再写参保单位。',
  },
  checkRefusals: {
    notFound: '没有这条登记了。刷新再看。',
    ownNote: '您自己登记的。请换一位同事核实。',
    notNow: '这条不等核实。刷新再看。',
  },
  withdrawRefusals: {
    notFound: '没有这条登记了。刷新再看。',
    checkedAlready: '县医保局核实过了。请县医保局撤回。',
    notNow: '已经撤回了。刷新再看。',
  },
}
