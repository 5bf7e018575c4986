import * as z from 'zod/mini'
import { staffContract } from './contract'
import { coverageYear, maskedId } from './fields'
import { importFileRefusal } from './imports'

/** Characters of a file in base64: a school's list is small. */
export const longestSchoolList = 1_400_000
const file = z
  .string()
  .check(z.minLength(4), z.maxLength(longestSchoolList), z.regex(/^[A-Za-z0-9+/]+={0,2}$/))

/**
 * What a school may know of a student on its list: `enrolled` · `notYet` · `notFound` no such name with such a number in this
 * county, for whatever reason · `twice` stands on the list already · `idWrong` the number cannot be one.
 */
export const studentStanding = z.enum(['enrolled', 'notYet', 'notFound', 'twice', 'idWrong'])
export type StudentStanding = z.infer<typeof studentStanding>

/**
 * 学校名单: a school sends its students' names and ID numbers and hears for each whether they are enrolled in the coverage year,
 * and nothing else. Nothing of the list is kept. Refused with .row and .column where the file has a spot to look at.
 */
export const SchoolList = staffContract({
  name: 'schoolList',
  request: z.object({ coverageYear, file }),
  reply: z.object({
    students: z.array(
      z.object({
        /** As the spreadsheet counts, from 1. */
        row: z.int(),
        name: z.string(),
        /** Null where the number cannot be one. */
        maskedId: z.nullable(maskedId),
        standing: studentStanding,
      }),
    ),
    /** The same as CSV, to be handed on; no cell is a formula. */
    csv: z.string(),
  }),
  refusals: importFileRefusal.options,
})
