/**
 * 认人: finds a resident by name and ID number and adds them to the caller's family. Whoever is not found, is of
 * another place or has another name gets one and the same answer.
 */
import { Identify } from '../../shared/contracts/identify'
import { readIdNumber } from '../../shared/identity/idNumber'
import { mayTryToName } from '../_limits/mayTryToName'
import { done, refuse, useCase } from '../_ports/useCase'
import { joinFamily, shownMember } from '../_residents/family'
import { recogniseResident } from '../_residents/recogniseResident'

export const identify = useCase(Identify, async ({ region, name, idNumber, relation }, ports) => {
  const read = readIdNumber(idNumber, ports.clock.today())
  if (read.kind === 'wrong') return refuse(read.problem)
  const attempt = await mayTryToName(ports, read.id.number)
  if (!attempt) return refuse('tooMany')

  const resident = await recogniseResident(ports, region, name, read.id.number)
  if (!resident) return refuse('notRecognised')
  await attempt.takeBack()
  return done({ member: shownMember(await joinFamily(ports, resident, relation)) })
})
