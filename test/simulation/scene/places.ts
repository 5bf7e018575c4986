import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import type { PolicyTable } from '../../../shared/policy/table'
import { dearer, standInTables } from '../../cloudfunctions/world/standInTables'

export const coverageYear = 2031

const pattern = standInTables.find((table) => table.coverageYear === coverageYear) as PolicyTable

/** Dearer after its first phase, by a sum of the notice’s own. */
const rivertown: PolicyTable = {
  ...pattern,
  phases: [
    {
      phase: 'collecting',
      from: '2030-09-01',
      to: '2030-12-20',
      clause: '二',
      terms: [{ charge: ['fee'], cover: 'yearStart' }],
    },
    {
      phase: 'late',
      from: '2030-12-21',
      to: '2030-12-31',
      clause: '二',
      terms: [{ charge: ['fee', { yuan: 60 }], cover: 'yearStart' }],
    },
  ],
  refund: { oncePaid: { value: 'none', clause: '七' }, onDuplicate: { value: 'application', clause: '七' } },
}

/** Another county: cover begins on the day of paying, so every midnight changes it; fees may go back on application. */
const lakeside: PolicyTable = {
  ...rivertown,
  region: 'lakeside',
  place: { name: '湖样县', level: 'county' },
  notice: { ...pattern.notice, id: 'lakeside-2031', title: '湖样县样例通知', issuer: '湖样县' },
  phases: [
    {
      phase: 'collecting',
      from: '2030-09-01',
      to: '2030-12-31',
      clause: '二',
      terms: [{ charge: ['fee'], cover: 'paymentDay', mayPrecedeYear: true }],
    },
  ],
  refund: {
    oncePaid: { value: 'application', clause: '七' },
    onDuplicate: { value: 'application', clause: '七' },
  },
}

const tables = [rivertown, lakeside] as const

/** As the notices stand, and after an amendment that makes everything dearer. */
export const policies = { first: servePolicies(tables), amended: servePolicies(tables.map(dearer)) }
