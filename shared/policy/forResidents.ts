import type { PolicyTable } from './table'

/** What no resident's question hangs on: town targets and money, duties, and sums that only prove the table. */
const ofStaff: readonly string[] = [
  'targets',
  'rates',
  'specialGroups',
  'urging',
  'workFund',
  'remarks',
  'fiscal',
  'feeIncrease',
  'collectionDetail',
] satisfies (keyof PolicyTable)[]

/** The table as it goes to the phone: every answer is the same, with fewer bytes to wait for. */
export const forResidents = (table: PolicyTable): PolicyTable =>
  Object.fromEntries(Object.entries(table).filter(([section]) => !ofStaff.includes(section))) as PolicyTable
