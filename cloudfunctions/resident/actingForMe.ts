/** 谁在替我办: who else has named the caller's own person, and since when. Nobody's name is told. */
import { ActingForMe } from '../../shared/contracts/actingForMe'
import { done, refuse, useCase } from '../_ports/useCase'
import { actsFor, callerIndex, selfOf } from '../_residents/family'

export const actingForMe = useCase(ActingForMe, async ({ residentId }, ports) => {
  const self = await selfOf(ports, residentId)
  if (!self) return refuse('notFound')
  const { callers } = await actsFor(ports, self.idNumber)
  const others = callers.filter((acting) => acting.callerIndex !== callerIndex(ports))
  return done({
    callers: others
      .map(({ link, since, endedAt }) => ({ link, since, ended: endedAt !== null }))
      .sort((one, other) => (one.since < other.since ? 1 : -1)),
  })
})
