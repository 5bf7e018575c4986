/** 未参保名单: who of a village should enroll and has not, for those who go from door to door. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { clauses, coverageYear, instant, listCursor, maskedId, placeName, residentId } from './fields'
import { missingWhy } from './progress'
import { specialGroup, specialNoteState } from './specialNotes'

/** A village of a town; null: of those whom the register gives none. */
const ofVillage = { coverageYear, town: placeName, village: placeName }

const noted = z.nullable(z.object({ group: specialGroup, state: specialNoteState }))

const missingPerson = z.object({
  residentId,
  /** The same for everybody of one household, and nothing more; null where the register does not say. */
  household: z.nullable(z.string()),
  name: z.string(),
  maskedId,
  why: missingWhy,
  /** Noted as of a special group, and not checked yet: whoever was checked is not on the list. */
  noted,
})
export type MissingPerson = z.infer<typeof missingPerson>

/**
 * 未参保名单, by household, then those without one; a page at a time. A page may be empty and still have a next one: what is
 * looked through at a call is bounded, not what is found.
 */
export const ListMissing = staffContract({
  name: 'listMissing',
  request: z.object({ ...ofVillage, cursor: listCursor }),
  reply: z.object({ people: z.array(missingPerson), cursor: z.optional(z.string()) }),
  refusals: ['noPolicy'],
})

/** 看一个人: telephone and address, for whoever goes there. That it was looked at, and by whom, is in the audit log. */
export const OpenMissing = staffContract({
  name: 'openMissing',
  request: z.object({ residentId, coverageYear }),
  reply: z.object({
    residentId,
    name: z.string(),
    maskedId,
    town: placeName,
    village: placeName,
    /** As the register writes them; null where it does not say. */
    phone: z.nullable(z.string()),
    address: z.nullable(z.string()),
    /** Null: enrolled meanwhile, or not to be asked. */
    why: z.nullable(missingWhy),
    noted,
    /** What this notice says of lists of special groups; a group that stands in none it does not mention. `evidence` null: left open. */
    lists: z.array(
      z.object({
        groups: z.array(specialGroup),
        who: z.string(),
        evidence: z.nullable(z.string()),
        clauses,
      }),
    ),
    asOf: instant,
  }),
  refusals: ['noPolicy', 'notFound'],
})

/** 导出一个村的名单 as CSV, as much as one call takes; `cursor` while there is more. Without telephone and address. */
export const ExportMissing = staffContract({
  name: 'exportMissing',
  request: z.object({ ...ofVillage, cursor: listCursor }),
  reply: z.object({ csv: z.string(), cursor: z.optional(z.string()) }),
  refusals: ['noPolicy'],
})
