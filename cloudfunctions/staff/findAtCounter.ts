/** 柜台找人: somebody of the clerk's own town, with what the notice says to a payment on a day. A miss costs the same steps as a hit. */
import { FindAtCounter } from '../../shared/contracts/counterPayments'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePersonSeen } from '../_audit/notePersonSeen'
import { atCounterOn } from '../_counter/atCounterOn'
import { paidAtCounter } from '../_counter/paidAtCounter'
import { countAttempt } from '../_limits/countAttempt'
import { citedNotices } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { done, refuse } from '../_ports/useCase'
import { readPersonNumber } from '../_residents/readPersonNumber'
import { recogniseResident } from '../_residents/recogniseResident'
import { staffUseCase } from '../_staff/staffUseCase'

export const findAtCounter = staffUseCase(
  FindAtCounter,
  ['clerk', 'bureau'],
  async ({ name, idNumber, coverageYear, paidOn }, ports) => {
    const today = ports.clock.today()
    const read = readPersonNumber(idNumber, today)
    if ('problem' in read) return refuse(read.problem)
    if (paidOn > today) return refuse('inFuture')
    const { region, staffId } = ports.staff
    const policy = ports.policies.inForce(region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const counter = { id: `staffMisses-${staffId}`, limit: ports.settings.limits.staffMisses }
    const attempt = await countAttempt(ports, [counter])
    if (!attempt) return refuse('tooMany')
    const resident = await recogniseResident(ports, region, name, read.number)
    await notePersonSeen(ports, resident ? 'personFound' : 'personNotFound', resident?.id ?? null)
    if (!resident) return refuse('notFound')
    await attempt.takeBack()
    return done({
      residentId: resident.id,
      name: resident.name,
      maskedId: maskIdNumber(resident.idNumber),
      ...(await atCounterOn(ports, resident, policy, paidOn)),
      paid: await paidAtCounter(ports, resident.id, coverageYear),
      notices: citedNotices(policy.table),
      ask: officeToAsk(policy.table),
    })
  },
)
