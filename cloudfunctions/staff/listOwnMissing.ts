import { ListOwnMissing } from '../../shared/contracts/ownRoster'
import { noteLook } from '../_audit/noteLook'
import { peopleSeen } from '../_audit/notePeopleSeen'
import { withinOneCall } from '../_ports/withinOneCall'
import { done, refuse } from '../_ports/useCase'
import { missingPage } from '../_progress/missingPage'
import { ownPeople } from '../_progress/ownRosters'
import { staffUseCase } from '../_staff/staffUseCase'

/** 本部门名单上还没参保的人, of one village, as it is at this moment. Why somebody is missing is not theirs to hear. */
export const listOwnMissing = staffUseCase(
  ListOwnMissing,
  ['department'],
  async ({ coverageYear, kind, town, village, cursor }, ports) => {
    const { region } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const goOn = withinOneCall()
    const among = await ownPeople(ports, kind)
    if (!among) return refuse('noRoster')
    const page = await missingPage(ports, policy, { region, town, village }, { cursor, goOn, among })
    const seen = peopleSeen(page.people.map(({ residentId }) => residentId))
    await noteLook(ports, 'ownMissingListed', { coverageYear, kind, ...seen })
    const people = page.people.map(({ residentId, name, maskedId }) => ({ residentId, name, maskedId }))
    return done(page.cursor === undefined ? { people } : { people, cursor: page.cursor })
  },
)
