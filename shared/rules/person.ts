import type { CivilDay } from './civilDay'

/** An identity (身份) as a roster knows it: a code of the vocabulary, and the day it was recognised if known. */
export interface HeldIdentity {
  code: string
  since?: CivilDay
}

/**
 * What is known about one person. A fact that is left out is not known, with three exceptions that stand for
 * "not shown so far": `documents` (not in hand), `paid` (not paid) and `born` (not asked as a newborn).
 */
export interface Person {
  /** A residence code of the vocabulary: where the household registration is, or what ties the person here. */
  residence?: string
  /** Left out: not known. Empty: known to have none. */
  identities?: readonly HeldIdentity[]
  otherCover?: 'none' | 'employee' | 'residentElsewhere'
  /** The last coverage year enrolled, anywhere in the resident scheme. */
  lastCovered?: number | 'never'
  born?: CivilDay
  sex?: 'female' | 'male'
  student?: string
  /** The fee tier (档) the resident chooses, 1 being the lower. */
  tier?: number
  /** Missed years the resident pays for now, to shorten a wait (修复变动待遇等待期). */
  repairedYears?: number
  /** The day on which employee cover (职工医保) ended; `never`: there was none. */
  employeeCoverEnded?: CivilDay
  parentInsured?: boolean
  couldNotEnrollInBirthYear?: boolean
  documents?: readonly string[]
  paid?: { on: CivilDay; fen: number }
}

/** The facts a rule can ask for; their names are what `missing` lists. */
export type Fact = Exclude<keyof Person, 'documents' | 'paid'>
