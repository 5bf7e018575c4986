import { addMonths, type CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact, Person } from '../../../../shared/rules/person'
import type { Choice } from '../../components/Pick'
import { question as words } from '../../texts/question'
import { vocabulary } from '../../texts/vocabulary'

/** A card of a question, and what choosing it makes known. */
export interface FactChoice extends Choice {
  known: Partial<Person>
}

const card = (value: string, text: string, known: Partial<Person>, hint?: string): FactChoice => ({
  value,
  text,
  known,
  hint,
})

/** Missed years that any table has been seen to tell apart. */
const lapses = [1, 2, 3, 4, 5]

/** The possible answers to the question for one fact, apart from "not sure". */
export function factChoices(fact: Fact, year: number, today: CivilDay): FactChoice[] {
  const ago = (years: number) => addMonths(today, -12 * years)
  switch (fact) {
    case 'residence':
      return named('residence').map(([code, word]) => card(code, word.name, { residence: code }, word.gloss))
    case 'student':
      return named('student').map(([code, word]) => card(code, word.name, { student: code }, word.gloss))
    case 'otherCover':
      return named('otherCover').map(([code, word]) =>
        card(code, word.name, { otherCover: code as Person['otherCover'] }, word.gloss),
      )
    case 'lastCovered':
      return [
        ...lapses.map((back) => card(String(back), words.year(year - back), { lastCovered: year - back })),
        card('earlier', words.earlier(year - lapses.length), { lastCovered: year - lapses.length - 1 }),
        card('never', words.never, { lastCovered: 'never' }),
      ]
    case 'sex':
      return [
        card('female', words.sex.female, { sex: 'female' }),
        card('male', words.sex.male, { sex: 'male' }),
      ]
    case 'tier':
      return [1, 2, 3].map((tier) => card(String(tier), words.tier(tier), { tier }))
    case 'repairedYears':
      return [0, 1, 2, 3].map((years) => card(String(years), words.years(years), { repairedYears: years }))
    case 'employeeCoverEnded':
      return [
        card('never', words.ended.never, { employeeCoverEnded: 'never' }),
        card('recent', words.ended.recent, { employeeCoverEnded: addMonths(today, -1) }),
        card('long', words.ended.long, { employeeCoverEnded: ago(3) }),
      ]
    case 'parentInsured':
      return yesOrNo('parentInsured')
    case 'couldNotEnrollInBirthYear':
      return yesOrNo('couldNotEnrollInBirthYear')
    case 'born':
      return [
        card('baby', words.age.baby, { born: addMonths(today, -1) }),
        card('child', words.age.child, { born: ago(10) }),
        card('adult', words.age.adult, { born: ago(40) }),
        card('old', words.age.old, { born: ago(70) }),
      ]
    case 'identities':
      return []
  }
}

const named = (kind: 'residence' | 'student' | 'otherCover') => Object.entries(vocabulary[kind])

const yesOrNo = (fact: 'parentInsured' | 'couldNotEnrollInBirthYear'): FactChoice[] => [
  card('yes', words.yes, { [fact]: true }),
  card('no', words.no, { [fact]: false }),
]
