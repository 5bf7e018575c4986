/** 规则, as the page and the export show it: what a county's table changes against the year before, on its own residents. */
import type { ReplyOf } from '../../shared/contracts/contract'
import type { RuleChanges, RuleRow } from '../../shared/contracts/ruleChanges'
import { citedNotices } from '../_policies/citedNotices'
import { policiesOf } from '../_policies/policiesOf'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { partitions } from '../_residents/partition'
import { changedRows } from './changedRows'
import { countedPeople, type CountedPeople } from './identityTally'
import { reviewOf } from './ruleReview'

/** Without a year, the latest table; undefined where the county has none of that year. */
export async function shownChanges(
  { store, policies, staff }: Pick<StaffPorts, 'store' | 'policies' | 'staff'>,
  coverageYear: number | undefined,
): Promise<ReplyOf<typeof RuleChanges> | undefined> {
  const all = policiesOf(policies, staff.region)
  const at =
    coverageYear === undefined ? all.length - 1 : all.findIndex((one) => one.coverageYear === coverageYear)
  const policy = all[at]
  if (!policy) return undefined
  const before = all[at - 1]
  const counted = await countedPeople(store, staff.region)
  const rows = before ? changedRows(before.table, policy.table, counted.counts) : []
  const { submittedBy, submittedName, submittedAt, reviewedName, reviewedAt, state, note } = (
    await reviewOf(store, policy)
  ).fields
  const isOwn = submittedBy === staff.staffId
  return {
    years: all.map((one) => one.coverageYear),
    from: before?.coverageYear ?? null,
    to: policy.coverageYear,
    titleYears: { from: before?.table.notice.titleYear ?? null, to: policy.table.notice.titleYear },
    hash: policy.hash,
    rows,
    counted: shownCount(counted, rows),
    review: { state, submittedName, submittedAt, reviewedName, reviewedAt, note, isOwn },
    notices: noticesOf(policy, before),
  }
}

const noticesOf = (...policies: readonly (PolicyInForce | undefined)[]) =>
  policies.flatMap((policy) => (policy ? citedNotices(policy.table) : []))

function shownCount({ counts, asOf, parts }: CountedPeople, rows: readonly RuleRow[]) {
  const people = (some: readonly { people: number | null }[]) =>
    some.reduce((total, one) => total + (one.people ?? 0), 0)
  return {
    people: people(counts),
    unknown: people(counts.filter(({ codes }) => codes === null)),
    more: people(rows.filter(({ eachFen }) => (eachFen ?? 0) > 0)),
    less: people(rows.filter(({ eachFen }) => (eachFen ?? 0) < 0)),
    asOf,
    parts,
    allParts: partitions.length,
  }
}
