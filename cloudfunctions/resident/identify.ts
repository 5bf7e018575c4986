/**
 * 认人: finds a resident by name and ID number and adds them to the caller's family. Whoever is not found, is of
 * another place, has another name, or has ended it with this caller gets one and the same answer.
 */
import type { RequestOf } from '../../shared/contracts/contract'
import { Identify } from '../../shared/contracts/identify'
import { needsGuardian } from '../../shared/identity/guardianship'
import { readIdNumber } from '../../shared/identity/idNumber'
import { mayTryToName } from '../_limits/mayTryToName'
import { done, refuse, useCase } from '../_ports/useCase'
import { shownMember } from '../_residents/family'
import { isAnotherSelf, joinFamily } from '../_residents/joinFamily'
import { recogniseResident } from '../_residents/recogniseResident'

export const identify = useCase(Identify, async (request, ports) => {
  const { region, name, idNumber, relation, consent, guardianConsent } = request
  const today = ports.clock.today()
  const read = readIdNumber(idNumber, today)
  if (read.kind === 'wrong') return refuse(read.problem)
  const isChild = needsGuardian(read.id.born, today)
  if (isChild && !speaksGuardian(request)) return refuse('guardianNeeded')
  if (relation === 'self' && (await isAnotherSelf(ports, read.id.number))) return refuse('anotherSelf')
  const attempt = await mayTryToName(ports, read.id.number)
  if (!attempt) return refuse('tooMany')

  const resident = await recogniseResident(ports, region, name, read.id.number)
  if (!resident) return refuse('notRecognised')
  const consents = isChild && guardianConsent ? [consent, guardianConsent] : [consent]
  const joined = await joinFamily(ports, resident, { relation, consents })
  if (joined.kind === 'ended') return refuse('notRecognised')
  await attempt.takeBack()
  if (joined.kind === 'anotherSelf') return refuse('anotherSelf')
  return done({ member: shownMember(joined.member), selfTaken: joined.selfTaken })
})

/** For a child only a guardian may speak, and says so; never the child. */
const speaksGuardian = ({ relation, guardianConsent }: RequestOf<typeof Identify>): boolean =>
  guardianConsent !== undefined && (relation === 'child' || relation === 'other')
