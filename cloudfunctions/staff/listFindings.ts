/** 一个队列: who was found, in the order of towns that the notice has. */
import type { FindingShown } from '../../shared/contracts/match'
import { ListFindings } from '../../shared/contracts/staffMatch'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { matchOf } from '../_match/matchRecord'
import type { Finding, FindingFields } from '../_match/findingRecord'
import { shownFinding } from '../_match/shownFinding'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { matchReaders } from '../_match/matchReaders'

const pageSize = 20

export const listFindings = staffUseCase(
  ListFindings,
  matchReaders,
  async ({ matchId, queue, open, cursor }, ports) => {
    if (!(await matchOf(ports.store, matchId))) return refuse('notFound')
    const page = await ports.store.find<FindingFields>('matchFindings', {
      where: { matchId, queue, open },
      sort: { field: 'place', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    await notePeopleSeen(
      ports,
      'findings',
      page.documents.map(({ fields }) => fields.residentId),
    )
    const findings = await Promise.all(page.documents.map((finding) => shownOf(ports, finding)))
    return done({
      findings: findings.flatMap((finding) => finding ?? []),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    })
  },
)

/** Undefined where the person is out of the caller's reach by now. */
async function shownOf(ports: StaffPorts, finding: Finding): Promise<FindingShown | undefined> {
  const { residentId, coverageYear } = finding.fields
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  if (!stored) return undefined
  const enrollment = await enrollmentOf(ports, residentId, coverageYear)
  return shownFinding(finding, openResident(ports.cipher, stored), enrollment !== undefined)
}
