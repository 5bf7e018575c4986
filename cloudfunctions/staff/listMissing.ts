import { ListMissing } from '../../shared/contracts/missing'
import { doorWorkers } from '../../shared/contracts/progress'
import { noteLook } from '../_audit/noteLook'
import { withinOneCall } from '../_ports/withinOneCall'
import { missingPage } from '../_progress/missingPage'
import { peopleSeen } from '../_audit/notePeopleSeen'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 未参保名单, as it is at this moment: whoever has paid since the count is not on it. */
export const listMissing = staffUseCase(
  ListMissing,
  doorWorkers,
  async ({ coverageYear, town, village, cursor }, ports) => {
    const { region } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const from = { cursor, goOn: withinOneCall() }
    const page = await missingPage(ports, policy, { region, town, village }, from)
    const seen = peopleSeen(page.people.map(({ residentId }) => residentId))
    await noteLook(ports, 'missingListed', { coverageYear, ...seen })
    return done(page)
  },
)
