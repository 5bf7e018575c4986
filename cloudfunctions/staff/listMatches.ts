/** 每月比对: the matches of a coverage year, and the months that may be begun. */
import { ListMatches } from '../../shared/contracts/staffMatch'
import { monthsToMatch } from '../_match/monthsToMatch'
import { shownMatch } from '../_match/shownMatch'
import { matchesOfYear } from '../_match/matchesOfYear'
import { citedNotices } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'
import { matchReaders } from '../_match/matchReaders'

export const listMatches = staffUseCase(
  ListMatches,
  matchReaders,
  async ({ coverageYear }, { store, policies, staff, clock }) => {
    const policy = policies.inForce(staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    const matches = await matchesOfYear(store, staff.region, coverageYear)
    return done({
      matches: await Promise.all(matches.map((match) => shownMatch(store, match))),
      mayBegin: monthsToMatch(clock.today(), coverageYear, matches[0]?.fields.month),
      ask: officeToAsk(policy.table),
      notices: citedNotices(policy.table),
    })
  },
)
