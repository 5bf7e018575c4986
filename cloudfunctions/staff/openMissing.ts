import { OpenMissing } from '../../shared/contracts/missing'
import { doorWorkers } from '../../shared/contracts/progress'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { noteLook } from '../_audit/noteLook'
import { listsOf } from '../_progress/listsOf'
import { standingOf } from '../_progress/missingPage'
import { done, refuse } from '../_ports/useCase'
import { contactOf, openContact } from '../_residents/contactRecord'
import { isNobodys, openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

/** 看一个人: the look is written down before a telephone number is handed out. */
export const openMissing = staffUseCase(
  OpenMissing,
  doorWorkers,
  async ({ residentId, coverageYear }, ports) => {
    const { store, cipher, staff, policies, clock } = ports
    const policy = policies.inForce(staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const resident = await store.get<ResidentFields>('residents', residentId)
    if (!resident || isNobodys(resident)) return refuse('notFound')
    await noteLook(ports, 'missingOpened', { coverageYear }, `residents/${residentId}`)
    const { name, idNumber } = openResident(cipher, resident)
    const { phone = null, address = null } = openContact(cipher, await contactOf(store, residentId))
    const { town, village } = resident.fields
    return done({
      residentId,
      name,
      maskedId: maskIdNumber(idNumber),
      town,
      village,
      phone,
      address,
      ...(await standingOf(ports, policy, resident)),
      lists: listsOf(policy.table),
      asOf: clock.now(),
    })
  },
)
