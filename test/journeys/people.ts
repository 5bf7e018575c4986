import { checkCharacter } from '../../shared/identity/idNumber'
import { readDemonstration } from '../../cloudfunctions/_local/demonstration/readDemonstration'

export interface Person {
  name: string
  idNumber: string
}

/** One of the demonstration's named people, by region and what tells them apart there. */
function named(region: string, identities: string[], otherCover?: string): Person {
  const found = readDemonstration().people.find(
    (person) =>
      person.region === region &&
      person.identities.join() === identities.join() &&
      person.otherCover === otherCover,
  )
  if (!found) throw new Error(`nobody in ${region} with ${identities.join()}`)
  return found
}

/** The people of the journeys; all of them made up. */
export const people = {
  dibaoFour: named('shandan', ['ruralDibao/4', 'liftedOutOfPoverty']),
  extremePoverty: named('shandan', ['extremePoverty'], 'none'),
  employee: named('shandan', [], 'employee'),
  ordinary: named('shandan', []),
  pupil: named('shandan', ['ruralDibao/2']),
  dongxiangDibao: named('dongxiang', ['ruralDibao/2']),
  chaqi: named('chaqi', []),
}

const first17 = '62292720210301900'
/** A child born on 2021-03-01 that nobody knows yet. */
export const newborn: Person = { name: '马小样', idNumber: first17 + checkCharacter(first17) }
