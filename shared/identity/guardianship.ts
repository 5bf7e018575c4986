import { ageOn, type CivilDay } from '../rules/civilDay'

/** 个人信息保护法第三十一条: under this age (years) a guardian agrees for the child. */
const ageOfOwnConsent = 14

/** True while a guardian (监护人) has to agree for somebody born on that day. */
export const needsGuardian = (born: CivilDay, today: CivilDay): boolean =>
  ageOn(born, today) < ageOfOwnConsent
