/** 规则: what this county's table changes against the year before, on its own residents. */
import { RuleChanges, type RuleRow } from '../../shared/contracts/ruleChanges'
import { citedNotices } from '../_policies/citedNotices'
import { policiesOf } from '../_policies/policiesOf'
import type { PolicyInForce } from '../_ports/policies'
import { done, refuse } from '../_ports/useCase'
import { partitions } from '../_residents/partition'
import { changedRows } from '../_ruleChanges/changedRows'
import { countedPeople, type CountedPeople } from '../_ruleChanges/identityTally'
import { reviewOf } from '../_ruleChanges/ruleReview'
import { staffUseCase } from '../_staff/staffUseCase'

export const ruleChanges = staffUseCase(
  RuleChanges,
  ['bureau', 'auditor'],
  async ({ coverageYear }, { store, policies, staff }) => {
    const all = policiesOf(policies, staff.region)
    const at =
      coverageYear === undefined ? all.length - 1 : all.findIndex((one) => one.coverageYear === coverageYear)
    const policy = all[at]
    if (!policy) return refuse('noPolicy')
    const before = all[at - 1]
    const counted = await countedPeople(store, staff.region)
    const rows = before ? changedRows(before.table, policy.table, counted.counts) : []
    const { submittedBy, submittedName, submittedAt, reviewedName, reviewedAt, state, note } = (
      await reviewOf(store, policy)
    ).fields
    const isOwn = submittedBy === staff.staffId
    return done({
      years: all.map((one) => one.coverageYear),
      from: before?.coverageYear ?? null,
      to: policy.coverageYear,
      titleYears: { from: before?.table.notice.titleYear ?? null, to: policy.table.notice.titleYear },
      hash: policy.hash,
      rows,
      counted: shownCount(counted, rows),
      review: { state, submittedName, submittedAt, reviewedName, reviewedAt, note, isOwn },
      notices: noticesOf(policy, before),
    })
  },
)

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
