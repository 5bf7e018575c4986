/** 居民档案: one person as they stand, each fact with its source, and everything that happened; the look is written down first. */
import { PersonTimeline } from '../../shared/contracts/person'
import { isCertificate } from '../../shared/identity/birthCertificate'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePersonSeen } from '../_audit/notePersonSeen'
import { correctableBy } from '../_person/correctableBy'
import { factsWithSources } from '../_person/factsWithSources'
import { identitiesKnown } from '../_person/identitiesKnown'
import { timelineOf } from '../_person/timelineOf'
import { townsOf } from '../_policies/townsOf'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import type { MergedResidentFields } from '../_residents/mergedResident'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

const mergedInto = async ({ store }: StaffPorts, residentId: string): Promise<string | null> =>
  (await store.get<MergedResidentFields>('mergedResidents', residentId))?.fields.into ?? null

export const personTimeline = staffUseCase(
  PersonTimeline,
  ['clerk', 'bureau', 'auditor'],
  async ({ residentId }, ports) => {
    const stored = await ports.store.get<ResidentFields>('residents', residentId)
    if (!stored) return refuse('notFound')
    await notePersonSeen(ports, 'personSeen', residentId)
    const { name, idNumber, facts } = openResident(ports.cipher, stored)
    return done({
      person: {
        residentId,
        name,
        maskedId: maskIdNumber(idNumber),
        temporary: isCertificate(idNumber),
        born: facts.born ?? null,
        mergedInto: await mergedInto(ports, residentId),
        revision: stored.revision,
        facts: await factsWithSources(ports, stored),
      },
      timeline: await timelineOf(ports, stored),
      mayCorrect: correctableBy(ports.staff),
      towns: [...townsOf(ports.policies, ports.staff.region)],
      identities: identitiesKnown(ports.policies, ports.staff.region),
    })
  },
)
