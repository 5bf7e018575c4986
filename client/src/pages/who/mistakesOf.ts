import type { GuardianConsent, Relation } from '../../../../shared/contracts/fields'
import { needsGuardian } from '../../../../shared/identity/guardianship'
import { readIdNumber } from '../../../../shared/identity/idNumber'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Mistake } from '../../components/ErrorSummary'
import { who as words } from '../../texts/who'

export interface Typed {
  name: string
  idNumber: string
  relation: Relation | undefined
  /** The version of the text the guardian has ticked. */
  consent: GuardianConsent | undefined
}

export const fieldIds = { name: 'name', idNumber: 'idNumber', relation: 'relation', consent: 'consent' }

/** True once the number typed is that of a child for whom a guardian has to agree. */
export function isChild({ idNumber }: Typed, today: CivilDay): boolean {
  const read = readIdNumber(idNumber, today)
  return read.kind === 'valid' && needsGuardian(read.id.born, today)
}

/** What is wrong with what was typed, before anything is sent. */
export function mistakesOf(typed: Typed, today: CivilDay): Mistake[] {
  const mistakes: Mistake[] = []
  const wrong = (field: string, text: string | undefined) => {
    if (text !== undefined) mistakes.push({ field, text })
  }
  wrong(fieldIds.name, typed.name.trim() === '' ? words.nameMissing : undefined)
  wrong(fieldIds.idNumber, idProblem(typed.idNumber, today))
  wrong(fieldIds.relation, relationProblem(typed, isChild(typed, today)))
  if (isChild(typed, today) && !typed.consent) wrong(fieldIds.consent, words.consentMissing)
  return mistakes
}

function relationProblem({ relation }: Typed, child: boolean): string | undefined {
  if (relation === undefined) return words.relationMissing
  return child && relation !== 'child' && relation !== 'other' ? words.relationOfChild : undefined
}

function idProblem(idNumber: string, today: CivilDay): string | undefined {
  const { length } = idNumber.replace(/\s/g, '')
  if (length === 0) return words.idMissing
  const read = readIdNumber(idNumber, today)
  if (read.kind === 'valid') return undefined
  if (read.problem !== 'idLength') return words.problems[read.problem]
  return length < 18 ? words.idShort(length, 18 - length) : words.idLong(length, length - 18)
}
