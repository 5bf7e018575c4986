import type { OpenMissing } from '../../shared/contracts/missing'
import type { ReplyOf } from '../../shared/contracts/contract'
import type { PolicyTable } from '../../shared/policy/table'
import { citing } from '../../shared/rules/openValue'

/** Which lists of special groups a notice asks the towns for, on what evidence. */
export const listsOf = ({ notice, specialGroups = [] }: PolicyTable): ReplyOf<typeof OpenMissing>['lists'] =>
  specialGroups.map(({ groups, who, evidence, clause }) => ({
    groups,
    who,
    evidence: evidence === 'unstated' ? null : evidence,
    clauses: [...citing(notice.id)(clause)],
  }))
