/** 谁能参保，带什么. */
import type { Eligibility, PaperList, PolicyTable } from '../../../../shared/policy/table'
import type { Sureness } from '../../components/ClauseChip'
import type { FactShown } from '../../components/SummaryList'
import { policy as words } from '../../texts/policy'
import { documentName } from '../../texts/vocabulary'
import { everyone, whom } from '../../texts/whom'
import type { Section } from './Part'
import type { Reader } from './reader'
import { factOf } from './written'

export function whoSections(reader: Reader): Section[] {
  const { eligibility, exclusions, documents = [] } = reader.table
  return [
    {
      key: 'may',
      heading: words.mayHeading,
      facts: eligibility.flatMap((row, i) => eligible(row, i, reader)),
    },
    {
      key: 'exclusions',
      heading: words.exclusionsHeading,
      facts: [
        excluded('employee', exclusions.employee, reader),
        excluded('residentElsewhere', exclusions.residentElsewhere, reader),
      ],
    },
    ...(documents.length > 0
      ? [
          {
            key: 'papers',
            heading: words.papersHeading,
            facts: documents.map((row, i) => papersOf(row, i, reader)),
          },
        ]
      : []),
  ]
}

/** Who, and whether; what they need is the second fact where the notice asks for something it does not name. */
export function eligible(row: Eligibility, index: number, reader: Reader): FactShown[] {
  const { enroll, voluntary, place, documents } = row
  const who = whom(row.when)
  const clauses = reader.cite(row.clause)
  const ask = words.askOffice(reader.office())
  const decided = {
    may: [voluntary ? words.voluntary : words.may],
    mayNot: [words.mayNot],
    unstated: [words.unstated, ask],
  }
  const papers = documents === undefined || documents === 'unstated' ? [] : paperLines(documents)
  const lines = [...decided[enroll], ...(place ? [words.go(place)] : []), ...papers]
  const sureness: Sureness = enroll === 'unstated' ? 'unstated' : 'stated'
  const first = factOf(`may${index}`, who, lines, sureness, clauses)
  if (documents !== 'unstated' || enroll === 'unstated') return [first]
  const label = words.ofWhom(words.papersLabel, who)
  return [first, factOf(`papers${index}`, label, [words.unstated, ask], 'unstated', clauses)]
}

/** All of these, and one of each group. */
export function paperLines({ allOf = [], oneOf = [] }: PaperList): string[] {
  const groups = (Array.isArray(oneOf[0]) ? oneOf : oneOf.length > 0 ? [oneOf] : []) as string[][]
  const names = (codes: readonly string[]) => codes.map(documentName).join(words.and)
  return [
    ...(allOf.length > 0 ? [words.bring(names(allOf))] : []),
    ...groups.map((group) => words.eitherOf(names(group))),
  ]
}

type Exclusion = PolicyTable['exclusions']['employee']

function excluded(key: 'employee' | 'residentElsewhere', row: Exclusion, reader: Reader): FactShown {
  const lines = [words.excluded, ...(row.documents ? paperLines(row.documents) : [])]
  return factOf(key, words[key], lines, 'stated', reader.cite(row.clause))
}

function papersOf(
  row: NonNullable<PolicyTable['documents']>[number],
  index: number,
  reader: Reader,
): FactShown {
  const who = whom(row.when)
  const label = who === everyone ? words.papersLabel : who
  return factOf(`papers${index}`, label, paperLines(row), 'stated', reader.cite(row.clause))
}
