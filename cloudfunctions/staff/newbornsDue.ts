/** 快到期的新生儿: a guardian has registered them, or a roster brought them, and nobody has paid. */
import { NewbornsDue } from '../../shared/contracts/newbornsDue'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { addMonths, type CivilDay } from '../../shared/rules/civilDay'
import { rulesOf } from '../../shared/rules/prepare'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { valuesOf } from '../_orders/valuesOf'
import { citedNotices } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { openResident, type Resident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

const lookedAt = 500
const mostNamed = 20

interface Child {
  resident: Resident
  /** The safest reading; null where the notice says none. */
  deadline: CivilDay | null
}

export const newbornsDue = staffUseCase(
  NewbornsDue,
  ['clerk', 'bureau'],
  async ({ coverageYear, named }, ports) => {
    const policy = ports.policies.inForce(ports.staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    // Whoever was never covered: a newborn is, and hardly anybody else. Sorted by what may leave the service.
    const { documents, cursor } = await ports.store.find<ResidentFields>('residents', {
      where: { lastCovered: 'never' },
      sort: { field: 'partition', order: 'ascending' },
      limit: lookedAt,
    })
    const children = await childrenAmong(ports, policy, documents)
    const shown = named ? children.slice(0, mostNamed) : []
    await notePeopleSeen(
      ports,
      'newborns',
      shown.map(({ resident }) => resident.id),
    )
    const { newborn } = rulesOf(policy.table, ports.clock.today())
    return done({
      stated: newborn.kind === 'stages',
      clauses: newborn.kind === 'silent' ? [...newborn.clauses] : [],
      ask: officeToAsk(policy.table),
      count: children.length,
      more: cursor !== undefined,
      earliest: children.find(({ deadline }) => deadline !== null)?.deadline ?? null,
      children: shown.map(({ resident: { id, name, idNumber }, deadline }) => ({
        residentId: id,
        name,
        maskedId: maskIdNumber(idNumber),
        deadline,
      })),
      notices: citedNotices(policy.table),
    })
  },
)

async function childrenAmong(
  ports: StaffPorts,
  policy: PolicyInForce,
  documents: readonly Stored<ResidentFields>[],
): Promise<Child[]> {
  const today = ports.clock.today()
  const youngerThan = addMonths(today, -12)
  const children: Child[] = []
  for (const stored of documents) {
    const resident = openResident(ports.cipher, stored)
    const { born } = resident.facts
    if (born === undefined || born < youngerThan) continue
    const { assessment, enrollment } = await assessResident(ports, resident, policy, { otherCover: 'none' })
    if (enrollment) continue
    const { newbornDeadline, decision } = assessment
    const deadline = newbornDeadline ? (valuesOf(newbornDeadline)[0] ?? null) : null
    const isOpen = deadline === null ? decision === 'undecided' : deadline >= today
    if (isOpen) children.push({ resident, deadline })
  }
  return children.sort(byDeadline)
}

/** Those of whom the notice says no day come last: they wait for the bureau's word. */
function byDeadline({ deadline: one }: Child, { deadline: other }: Child): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
