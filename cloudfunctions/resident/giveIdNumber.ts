/** 补身份证号: the child goes on under its ID number, with everything that was paid. */
import { GiveIdNumber } from '../../shared/contracts/giveIdNumber'
import { readIdNumber } from '../../shared/identity/idNumber'
import { mayTryToName } from '../_limits/mayTryToName'
import { done, refuse, useCase } from '../_ports/useCase'
import { callerIndex, memberOf, shownMember } from '../_residents/family'
import { mergeTemporaryIdentity } from '../_residents/mergeTemporaryIdentity'

export const giveIdNumber = useCase(GiveIdNumber, async ({ residentId, idNumber }, ports) => {
  const member = await memberOf(ports, residentId)
  // A proxy, who may add a child but not know why, may not name it either.
  if (!member?.knowsWhy) return refuse('notFound')
  const read = readIdNumber(idNumber, ports.clock.today())
  if (read.kind === 'wrong') return refuse(read.problem)
  const attempt = await mayTryToName(ports, read.id.number)
  if (!attempt) return refuse('tooMany')
  const merged = await mergeTemporaryIdentity(ports, residentId, read.id, `resident:${callerIndex(ports)}`)
  if (merged !== 'merged') return refuse(merged)
  await attempt.takeBack()
  const now = await memberOf(ports, residentId)
  return now ? done({ member: shownMember(now) }) : refuse('notFound')
})
