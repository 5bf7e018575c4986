import { readIdNumber } from '../../../../shared/identity/idNumber'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Mistake } from '../../components/ErrorSummary'
import { who as words } from '../../texts/who'

export interface Typed {
  name: string
  idNumber: string
}

/** What is wrong with what was typed, before anything is sent. */
export function mistakesOf({ name, idNumber }: Typed, today: CivilDay): Mistake[] {
  const mistakes: Mistake[] = []
  if (name.trim() === '') mistakes.push({ field: 'name', text: words.nameMissing })
  const problem = idProblem(idNumber, today)
  if (problem) mistakes.push({ field: 'idNumber', text: problem })
  return mistakes
}

function idProblem(idNumber: string, today: CivilDay): string | undefined {
  const { length } = idNumber.replace(/\s/g, '')
  if (length === 0) return words.idMissing
  const read = readIdNumber(idNumber, today)
  if (read.kind === 'valid') return undefined
  if (read.problem !== 'idLength') return words.problems[read.problem]
  return length < 18 ? words.idShort(length, 18 - length) : words.idLong(length, length - 18)
}
