import type { PolicyTable } from '../../../shared/policy/table'

/** Invented places, so that tests of the service hang on no notice: `rivertown` takes WeChat, `hilltown` does not. */
const rivertown: PolicyTable = {
  region: 'rivertown',
  place: { name: '河样县', level: 'county' },
  coverageYear: 2031,
  coverageYearClause: '一',
  notice: {
    id: 'rivertown-2031',
    title: '河样县样例通知',
    issuer: '河样县',
    number: 'unstated',
    issued: '2030-08-20',
    titleYear: 2031,
  },
  offices: { bureau: { name: '河样县医保局', phone: 'unstated' } },
  ask: 'bureau',
  fee: [{ yuan: 400, clause: '一' }],
  phases: [
    {
      phase: 'collecting',
      from: '2030-09-01',
      to: '2030-12-31',
      clause: '二',
      terms: [{ charge: ['fee'], cover: 'yearStart' }],
    },
  ],
  coverTo: { value: 'yearEnd', clause: '二' },
  eligibility: [{ when: { residence: ['hukou'] }, enroll: 'may', clause: '三' }],
  exclusions: { employee: { clause: '三' }, residentElsewhere: { clause: '三' } },
  subsidies: [
    { identities: ['extremePoverty'], amount: 'full', settlement: 'paidOnBehalf', clause: '四1' },
    { identities: ['ruralDibao'], amount: { yuan: 270 }, settlement: 'netCollection', clause: '四2' },
    {
      identities: ['familyPlanning'],
      amount: { yuan: 160 },
      settlement: 'reimbursement',
      clause: '四4',
    },
    { identities: ['disability'], amount: 'unstated', settlement: 'netCollection', clause: '四3' },
  ],
  severalIdentities: { value: 'highest', clause: '四' },
  newborn: { unstated: true, clause: '五' },
  channels: [
    { channel: 'wechat', clause: '六' },
    { channel: 'bankCounter', clause: '六' },
  ],
  refund: { oncePaid: { value: 'none', clause: '七' }, onDuplicate: { value: 'none', clause: '七' } },
}

const hilltown: PolicyTable = {
  ...rivertown,
  region: 'hilltown',
  place: { name: '山样县', level: 'county' },
  notice: { ...rivertown.notice, id: 'hilltown-2031', title: '山样县样例通知', issuer: '山样县' },
  channels: [{ channel: 'bankCounter', clause: '六' }],
}

/** Another county that takes WeChat, for people whom two counties know. */
const brooktown: PolicyTable = {
  ...rivertown,
  region: 'brooktown',
  place: { name: '溪样县', level: 'county' },
  notice: { ...rivertown.notice, id: 'brooktown-2031', title: '溪样县样例通知', issuer: '溪样县' },
}

/** Counties that give money back: the bureau of `lakeside` chooses the way, the notice of `pondside` states it. */
const lakeside: PolicyTable = {
  ...rivertown,
  region: 'lakeside',
  place: { name: '湖样县', level: 'county' },
  notice: { ...rivertown.notice, id: 'lakeside-2031', title: '湖样县样例通知', issuer: '湖样县' },
  exclusions: {
    employee: { clause: '三' },
    residentElsewhere: { documents: { allOf: ['elsewhereEnrollmentVoucher'] }, clause: '三' },
  },
  refund: {
    oncePaid: { unstated: true, clause: '七' },
    onDuplicate: { value: 'application', clause: '七' },
    steps: [
      { office: '湖样县税务局', does: '受理', clause: '七(一)' },
      { office: '湖样县医保局', does: '审核', clause: '七(二)' },
    ],
  },
}

const pondside: PolicyTable = {
  ...lakeside,
  region: 'pondside',
  place: { name: '塘样县', level: 'county' },
  notice: { ...rivertown.notice, id: 'pondside-2031', title: '塘样县样例通知', issuer: '塘样县' },
  refund: { ...lakeside.refund, way: { value: 'transfer', clause: '七(三)' } },
}

/** A county whose notice refuses duplicates and is silent about everything else. */
const millside: PolicyTable = {
  ...rivertown,
  region: 'millside',
  place: { name: '磨样县', level: 'county' },
  notice: { ...rivertown.notice, id: 'millside-2031', title: '磨样县样例通知', issuer: '磨样县' },
  refund: { oncePaid: { unstated: true, clause: '七' }, onDuplicate: { value: 'none', clause: '七' } },
}

/** The year before, so that a place has two. */
const earlier: PolicyTable = {
  ...rivertown,
  coverageYear: 2030,
  notice: { ...rivertown.notice, id: 'rivertown-2030', titleYear: 2030, issued: '2029-08-20' },
  fee: [{ yuan: 350, clause: '一' }],
  phases: rivertown.phases.map((phase) => ({ ...phase, from: '2029-09-01', to: '2029-12-31' })),
}

export const standInTables: readonly PolicyTable[] = [
  earlier,
  rivertown,
  hilltown,
  brooktown,
  lakeside,
  pondside,
  millside,
]

/** The same table with a dearer fee, as if it had been amended while a page stood open. */
export const dearer = (table: PolicyTable): PolicyTable => ({ ...table, fee: [{ yuan: 410, clause: '一' }] })
