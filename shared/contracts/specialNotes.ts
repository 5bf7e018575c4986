/** 特殊人群台账: who of a register is not to be asked to enroll, by which group and on what evidence (pubei-2020#六(二)1). */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { coverageYear, instant, maskedId, residentId } from './fields'
import words from './specialGroups.json'
import type { Role } from './staff'

/** The groups by their codes; their names stand in specialGroups.json. */
export type SpecialGroup = keyof typeof words
export const specialGroup = z.enum(Object.keys(words) as [SpecialGroup, ...SpecialGroup[]])

export const specialGroupName = (group: SpecialGroup): string => words[group]

/** Who reads the notes: those who make them, and those who check. */
export const specialReaders: readonly Role[] = ['clerk', 'bureau', 'auditor']

/** `noted` by the town or the bureau · `checked` by somebody else at the bureau · `withdrawn` it was wrong, or is over. */
export const specialNoteState = z.enum(['noted', 'checked', 'withdrawn'])
export type SpecialNoteState = z.infer<typeof specialNoteState>

/** 城乡医保或职工医保: in which scheme somebody is insured elsewhere. */
export const elsewhereScheme = z.enum(['resident', 'employee'])
export type ElsewhereScheme = z.infer<typeof elsewhereScheme>

export const specialNoteLengths = {
  evidence: { atLeast: 2, atMost: 200 },
  insuredAt: { atMost: 60 },
} as const

const evidence = z
  .string()
  .check(
    z.trim(),
    z.minLength(specialNoteLengths.evidence.atLeast),
    z.maxLength(specialNoteLengths.evidence.atMost),
  )
const insuredAt = z.string().check(z.trim(), z.minLength(1), z.maxLength(specialNoteLengths.insuredAt.atMost))

const onePerson = z.object({ residentId, coverageYear })

/** One person's note as the offices read it. */
const specialNoteShown = z.object({
  residentId,
  name: z.string(),
  maskedId,
  town: z.nullable(z.string()),
  village: z.nullable(z.string()),
  group: specialGroup,
  /** Of `insuredElsewhere` alone. */
  scheme: z.nullable(elsewhereScheme),
  /** 参保单位: the employer, the school or the place. */
  insuredAt: z.nullable(z.string()),
  evidence: z.string(),
  state: specialNoteState,
  notedAt: instant,
  checkedAt: z.nullable(instant),
  /** False where the caller noted it themselves, or is not of the bureau. */
  mayCheck: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type SpecialNoteShown = z.infer<typeof specialNoteShown>

const moved = z.object({ residentId, state: specialNoteState })

/**
 * 登记特殊人群: with what proves it. The same again changes nothing; `notedAlready`: it stands with other words, and is withdrawn
 * first; `notedBeforeMove`: so it does, of the town in which the person lived before, and the bureau withdraws it. `elsewhereMissing`: whoever is insured elsewhere is so in a scheme and somewhere.
 */
export const NoteSpecial = staffContract({
  name: 'noteSpecial',
  request: z.object({
    residentId,
    coverageYear,
    group: specialGroup,
    evidence,
    scheme: z.nullable(elsewhereScheme),
    insuredAt: z.nullable(insuredAt),
  }),
  reply: moved,
  refusals: ['notFound', 'noPolicy', 'notedAlready', 'notedBeforeMove', 'elsewhereMissing'],
})

/** 核实: by the bureau, and not by whoever noted it (`ownNote`). `notNow`: it is not waiting for that. */
export const CheckSpecial = staffContract({
  name: 'checkSpecial',
  request: onePerson,
  reply: moved,
  refusals: ['notFound', 'ownNote', 'notNow'],
})

/** 撤回: a town until the bureau has checked it (`checkedAlready`), the bureau at any time. */
export const WithdrawSpecial = staffContract({
  name: 'withdrawSpecial',
  request: onePerson,
  reply: moved,
  refusals: ['notFound', 'checkedAlready', 'notNow'],
})

/** The notes of a coverage year in one state, the oldest first, a page at a time. */
export const ListSpecial = staffContract({
  name: 'listSpecial',
  request: z.object({ coverageYear, state: specialNoteState, cursor: z.optional(z.string()) }),
  reply: z.object({ notes: z.array(specialNoteShown), cursor: z.optional(z.string()) }),
  refusals: [],
})
