/** 本部门名单: who of a department's own roster has not enrolled. It hears of nobody else, and of its own nothing but that. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import {
  citedNotice,
  civilDay,
  clauses,
  coverageYear,
  instant,
  listCursor,
  maskedId,
  placeName,
  residentId,
} from './fields'
import { importKind } from './imports'

const people = z.int().check(z.minimum(0))

/** `people` of the roster that the register knows in this place; `missing` those of them who should enroll and have not. */
const standing = { people, missing: people }

const ownRoster = z.object({
  kind: importKind,
  /** The day its newest file was taken in, brought by the department or by the bureau for it; null: none that counts. */
  on: z.nullable(civilDay),
  /** What this notice gives the department to do about their enrolling, in our own words; null: it says nothing. */
  duty: z.nullable(z.object({ does: z.string(), clauses })),
  ...standing,
  /** In the notice's order, and villages by name; null: the register does not say. Places with nobody of the roster are left out. */
  towns: z.array(
    z.object({
      name: placeName,
      ...standing,
      villages: z.array(z.object({ name: placeName, ...standing })),
    }),
  ),
})
export type OwnRoster = z.infer<typeof ownRoster>

/** 本部门名单: counted with the county's progress, of the rosters that stood when the count began. */
export const ReadOwnRoster = staffContract({
  name: 'readOwnRoster',
  /** Left out: the year that is being collected. */
  request: z.object({ coverageYear: z.optional(coverageYear) }),
  reply: z.object({
    coverageYear,
    /** Everything that stood at this moment is counted; null: not counted yet. */
    asOf: z.nullable(instant),
    /** One for each kind of roster of people that the account names. */
    rosters: z.array(ownRoster),
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy'],
})

/** `noRoster`: no roster of that kind stands, or it is another department's. */
const refusals = ['noPolicy', 'noRoster'] as const

/** 还没参保的人 of one village, as it is at this moment; a page may be empty and still have a next one. */
export const ListOwnMissing = staffContract({
  name: 'listOwnMissing',
  request: z.object({
    coverageYear,
    kind: importKind,
    town: placeName,
    village: placeName,
    cursor: listCursor,
  }),
  reply: z.object({
    people: z.array(z.object({ residentId, name: z.string(), maskedId })),
    cursor: z.optional(z.string()),
  }),
  refusals,
})

/** 导出 a village, or without one all counted villages of a town, as CSV, as much as one call takes; `cursor` while there is more. */
export const ExportOwnMissing = staffContract({
  name: 'exportOwnMissing',
  request: z.object({
    coverageYear,
    kind: importKind,
    town: placeName,
    village: z.optional(placeName),
    cursor: listCursor,
  }),
  reply: z.object({ csv: z.string(), cursor: z.optional(z.string()) }),
  refusals,
})
