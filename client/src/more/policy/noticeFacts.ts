/** 这份通知: title, number, issuer, day; which year it is about, where its title misleads; what amended it. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { FactShown } from '../../components/SummaryList'
import { fullDay } from '../../texts/figures'
import { policy as words } from '../../texts/policy'
import type { Reader } from './reader'
import { factOf } from './written'

export function noticeFacts(table: PolicyTable, { cite }: Reader): FactShown[] {
  const { notice, coverageYear, coverageYearClause, amendments = [] } = table
  const misleads = notice.titleYear !== coverageYear
  return [
    plainFact('title', words.noticeTitle, notice.title),
    plainFact('number', words.number, notice.number === 'unstated' ? words.unstated : notice.number),
    plainFact('issuer', words.issuer, notice.issuer),
    plainFact('issued', words.issued, notice.issued === 'unstated' ? words.unstated : fullDay(notice.issued)),
    factOf(
      'year',
      words.whichYear,
      [words.yearCovered(coverageYear), ...(misleads ? [words.misleading(notice.titleYear)] : [])],
      'stated',
      cite(coverageYearClause),
    ),
    ...amendments.map(({ id, title, effective }) =>
      plainFact(id, words.amended, words.amendedFrom(title, fullDay(effective))),
    ),
  ]
}

const plainFact = (key: string, label: string, line: string): FactShown => ({ key, label, lines: [line] })
