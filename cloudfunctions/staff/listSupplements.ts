import { ListSupplements } from '../../shared/contracts/supplements'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { matchIdOf } from '../_match/matchRecord'
import { shownSupplement, supplementsPage, townSums } from '../_match/supplementList'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'
import { supplementReaders } from '../_match/supplementReaders'

const pageSize = 20

/** 应补名单: a page of it, and with the first page the sums per town. */
export const listSupplements = staffUseCase(
  ListSupplements,
  supplementReaders,
  async ({ coverageYear, month, town, cursor }, ports) => {
    const listed = { matchId: matchIdOf(ports.staff.region, coverageYear, month), town }
    const page = await supplementsPage(ports.store, listed, pageSize, cursor)
    await notePeopleSeen(
      ports,
      'supplements',
      page.documents.map(({ fields }) => fields.residentId),
    )
    const shown = await Promise.all(page.documents.map((one) => shownSupplement(ports, one)))
    return done({
      supplements: shown.flatMap((one) => one ?? []),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      towns: cursor === undefined ? await townSums(ports.store, listed) : [],
    })
  },
)
