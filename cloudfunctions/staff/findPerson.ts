/** 找人: somebody within the caller's reach, by name and full number. Whoever is not there costs the same steps as whoever is. */
import { FindPerson } from '../../shared/contracts/person'
import { notePersonSeen } from '../_audit/notePersonSeen'
import { countAttempt } from '../_limits/countAttempt'
import { done, refuse } from '../_ports/useCase'
import { readPersonNumber } from '../_residents/readPersonNumber'
import { recogniseResident } from '../_residents/recogniseResident'
import { staffUseCase } from '../_staff/staffUseCase'

export const findPerson = staffUseCase(
  FindPerson,
  ['clerk', 'bureau', 'auditor'],
  async ({ name, idNumber }, ports) => {
    const read = readPersonNumber(idNumber, ports.clock.today())
    if ('problem' in read) return refuse(read.problem)
    const counter = { id: `staffMisses-${ports.staff.staffId}`, limit: ports.settings.limits.staffMisses }
    const attempt = await countAttempt(ports, [counter])
    if (!attempt) return refuse('tooMany')
    const resident = await recogniseResident(ports, ports.staff.region, name, read.number)
    await notePersonSeen(ports, resident ? 'personFound' : 'personNotFound', resident?.id ?? null)
    if (!resident) return refuse('notFound')
    await attempt.takeBack()
    return done({ residentId: resident.id })
  },
)
