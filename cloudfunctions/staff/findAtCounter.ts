/** 柜台找人: somebody of the clerk's own town, with what the notice says to a payment on a day. Who was looked at is in the audit log. */
import { FindAtCounter } from '../../shared/contracts/counterPayments'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { atCounterOn } from '../_counter/atCounterOn'
import { noteCounterLook } from '../_counter/noteCounterLook'
import { citedNotices } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { done, refuse } from '../_ports/useCase'
import { recogniseResident } from '../_residents/recogniseResident'
import { readPersonNumber } from '../_residents/readPersonNumber'
import { staffUseCase } from '../_staff/staffUseCase'

export const findAtCounter = staffUseCase(
  FindAtCounter,
  ['clerk', 'bureau'],
  async ({ name, idNumber, coverageYear, paidOn }, ports) => {
    const today = ports.clock.today()
    const number = readPersonNumber(idNumber, today)
    if ('problem' in number) return refuse(number.problem)
    if (paidOn > today) return refuse('inFuture')
    const { region } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const resident = await recogniseResident(ports, region, name, number.number)
    if (!resident) return refuse('notFound')
    await noteCounterLook(ports, 'counterPersonFound', `residents/${resident.id}`, { coverageYear })
    return done({
      residentId: resident.id,
      name: resident.name,
      maskedId: maskIdNumber(resident.idNumber),
      ...(await atCounterOn(ports, resident, policy, paidOn)),
      notices: citedNotices(policy.table),
      ask: officeToAsk(policy.table),
    })
  },
)
