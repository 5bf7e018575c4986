import { specialGroupName } from '../../shared/contracts/specialNotes'
import type { Filled } from '../../shared/forms/fillForm'
import type { Fill } from '../../shared/forms/formDefinition'
import type { Answer } from '../../shared/rules/answer'
import { ageOn, type CivilDay } from '../../shared/rules/civilDay'
import { yuanText } from '../../shared/rules/money'
import type { Contact } from '../_residents/contactRecord'
import words from './formWords.json'
import identityNames from './identityNames.json'
import type { KnownPerson } from './knownPerson'
import type { LaterRecognised } from './laterRecognised'

type Texts = Partial<Record<Fill, string | undefined>>

/** What a person's row says, of the columns that this form has and no others. */
export function filledOf(
  known: KnownPerson,
  contact: Contact,
  fills: ReadonlySet<Fill>,
  today: CivilDay,
): Filled {
  const texts: Texts = {
    ...personal(known, today),
    ...contact,
    ...ofNote(known),
    ...ofEnrollment(known),
    ...ofAssessment(known),
  }
  return Object.fromEntries([...fills].flatMap((fill) => (texts[fill] ? [[fill, texts[fill]]] : [])))
}

function personal({ resident }: KnownPerson, today: CivilDay): Texts {
  const { born, sex, identities = [] } = resident.facts
  const names: Readonly<Record<string, string>> = identityNames
  return {
    name: resident.name,
    idNumber: resident.idNumber,
    sex: sex && words.sex[sex],
    born,
    age: born && String(ageOn(born, today)),
    identities: identities.map(({ code }) => names[code] ?? code).join('、'),
  }
}

function ofNote({ note, resident }: KnownPerson): Texts {
  const { otherCover } = resident.facts
  const recorded =
    otherCover === undefined || otherCover === 'none' ? undefined : words.otherCover[otherCover]
  return {
    specialGroup: note && specialGroupName(note.group),
    evidence: note?.evidence,
    otherCover: note?.scheme ? words.scheme[note.scheme] : recorded,
    insuredAt: note?.insuredAt ?? undefined,
  }
}

const ofEnrollment = ({ enrollment }: KnownPerson): Texts =>
  enrollment
    ? {
        paid: enrollment.paidFen === null ? undefined : yuanText(enrollment.paidFen),
        paidOn: enrollment.paidOn ?? undefined,
        way: words.way[enrollment.way],
      }
    : {}

function ofAssessment({ assessment, enrollment, later }: KnownPerson): Texts {
  const standing = enrollment ? words.standing.enrolled : words.standing.notYet
  if (!assessment) return { standing }
  if (later) return { standard: statedYuan(assessment.standard), ...ofLater(later, standing) }
  const subsidy = statedYuan(assessment.subsidy)
  return {
    due: statedYuan(assessment.due),
    standard: statedYuan(assessment.standard),
    subsidy,
    standing: subsidy === undefined ? `${standing}；${words.subsidyOpen}` : standing,
  }
}

/** What was paid and what is owed, in words; the sum counts only once the bureau has decided it. */
function ofLater({ paidFen, owedFen, agreedFen, paidOut }: LaterRecognised, standing: string): Texts {
  const { later } = words
  const counted = paidOut?.fen ?? agreedFen
  const owed = paidOut
    ? `${later.paidOut}${paidOut.on}`
    : agreedFen !== null
      ? later.agreed
      : owedFen === null
        ? later.unstated
        : `${later.waiting}${yuanText(owedFen)}`
  return {
    standing: `${standing}；${later.paid}${yuanText(paidFen)}；${owed}`,
    subsidy: counted === null ? undefined : yuanText(counted),
  }
}

/** A sum that the notice leaves open stays blank: it is for the bureau to write. */
const statedYuan = (answer: Answer<number>): string | undefined =>
  answer.kind === 'stated' ? yuanText(answer.value) : undefined
