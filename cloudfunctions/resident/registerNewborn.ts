/** 新生儿登记: brings a child into the register and the caller's family, where the notice takes it and WeChat today. */
import type { RequestOf } from '../../shared/contracts/contract'
import { RegisterNewborn, type NewbornSaid } from '../../shared/contracts/registerNewborn'
import { readCertificate } from '../../shared/identity/birthCertificate'
import { readIdNumber, type IdNumber } from '../../shared/identity/idNumber'
import { assess } from '../../shared/rules/assess'
import { isCivilDay, type CivilDay } from '../../shared/rules/civilDay'
import { needsHouseholdRegister } from '../../shared/rules/householdRegister'
import { mayRegisterNewborn } from '../_limits/mayRegisterNewborn'
import { mayTryToName } from '../_limits/mayTryToName'
import type { PolicyInForce } from '../_ports/policies'
import { done, refuse, useCase } from '../_ports/useCase'
import { guardianOf, joinAsGuardian } from '../_residents/guardian'
import { factsOfNewborn, standingNewborn } from '../_residents/standingNewborn'
import { shownMember } from '../_residents/family'
import { whyNotHere } from './whyNotHere'

type Request = RequestOf<typeof RegisterNewborn>

export const registerNewborn = useCase(RegisterNewborn, async (request, ports) => {
  const { region, coverageYear, child } = request
  const today = ports.clock.today()
  const number = numberOf(child, today)
  if (number.kind === 'wrong') return refuse(number.problem)
  const policy = ports.policies.inForce(region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const stop = whyNotToday(policy, request, today)
  if (stop) return stop
  const guardian = await guardianOf(ports)
  if (!guardian) return refuse('guardianUnknown')

  const registering = await mayRegisterNewborn(ports)
  if (!registering) return refuse('tooMany')
  const attempt = await mayTryToName(ports, number.text)
  const town = guardian.region === region ? guardian.town : null
  const resident = attempt && (await standingNewborn(ports, { ...child, region, town, number: number.text }))
  if (!resident) {
    await registering.takeBack()
    return refuse(attempt ? 'notRecognised' : 'tooMany')
  }
  await attempt.takeBack()
  const member = await joinAsGuardian(ports, resident, request.guardianConsent)
  return member ? done({ member: shownMember(member) }) : refuse('notRecognised')
})

type ReadNumber =
  | { kind: 'valid'; text: string }
  | { kind: 'wrong'; problem: Exclude<(typeof RegisterNewborn)['refusals'][number], 'tooMany'> }

/** The number, and whether it fits the day and sex that were said. */
function numberOf({ number, born, sex }: NewbornSaid, today: CivilDay): ReadNumber {
  if (!isCivilDay(born) || born > today) return { kind: 'wrong', problem: 'birthDay' }
  if (number.kind === 'birthCertificate') {
    const read = readCertificate(number.text)
    return read.kind === 'valid' ? { kind: 'valid', text: read.number } : read
  }
  const read = readIdNumber(number.text, today)
  if (read.kind === 'wrong') return read
  return isOf(read.id, born, sex)
    ? { kind: 'valid', text: read.id.number }
    : { kind: 'wrong', problem: 'otherBirth' }
}

const isOf = (id: IdNumber, born: CivilDay, sex: NewbornSaid['sex']): boolean =>
  id.born === born && id.sex === sex

/** What keeps this child from being registered and paid for here today. */
function whyNotToday(policy: PolicyInForce, { child }: Request, today: CivilDay) {
  const assessment = assess(policy.table, factsOfNewborn(child), today)
  if (!assessment.newbornStage) return refuse('notNewborn')
  if (child.number.kind === 'birthCertificate' && needsHouseholdRegister(assessment))
    return refuse('householdRegisterNeeded')
  return whyNotHere(assessment)
}
