/** 疑似重复: two records of a region that may be one person, and what an office decides about them. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, coverageYear, fen, instant, maskedId, residentId } from './fields'

const duplicateId = z.string().check(z.regex(/^[\w.-]{3,90}$/))

/**
 * `open` found, nobody has looked · `putOff` looked at, to be looked at again · `returning` they are one person, and a payment must go
 * back first · `different` two people · `same` one person, and one record.
 */
export const duplicateState = z.enum(['open', 'putOff', 'returning', 'different', 'same'])
export type DuplicateState = z.infer<typeof duplicateState>

/** One of the two, with what helps to tell them apart. */
const likePerson = z.object({
  residentId,
  name: z.string(),
  maskedId,
  /** Known by a birth certificate. */
  temporary: z.boolean(),
  born: z.nullable(civilDay),
  town: z.nullable(z.string()),
  village: z.nullable(z.string()),
  /** What stands paid under this record, by coverage year. */
  paid: z.array(
    z.object({
      coverageYear,
      /** `order` on the phone, to be paid back over the desks · `record` a roster, a counter or on behalf. */
      by: z.enum(['order', 'record']),
      fen: z.nullable(fen),
      /** The refund that is under way. */
      returning: z.boolean(),
    }),
  ),
})
export type LikePerson = z.infer<typeof likePerson>

const duplicateShown = z.object({
  duplicateId,
  state: duplicateState,
  foundAt: instant,
  people: z.tuple([likePerson, likePerson]),
  /** The record that was kept, or is to be; null while that is not decided. */
  keep: z.nullable(residentId),
  mayDecide: z.boolean(),
})
export type DuplicateShown = z.infer<typeof duplicateShown>

/**
 * 疑似重复名单: those in one state, the oldest first, a page at a time; somebody of one town sees pairs of that town alone.
 * `elsewhere`: how many residents of the region another region knows too, by name and number; never who. Null before the first count,
 * and for somebody of one town.
 */
export const ListDuplicates = staffContract({
  name: 'listDuplicates',
  request: z.object({ state: duplicateState, cursor: z.optional(z.string()) }),
  reply: z.object({
    duplicates: z.array(duplicateShown),
    cursor: z.optional(z.string()),
    elsewhere: z.nullable(z.object({ people: z.int(), asOf: instant })),
  }),
  refusals: [],
})

/**
 * 判定: `same` keeps one record and lets the other one go; where both are paid for, the other one's payment is handed to the refund desks
 * first, and the decision is taken again once it is back. `keepMissing` which one stays is not said · `paidOnOther` the payment stands on
 * the record that would go · `recordStands` the other payment came by a counter or a roster: it is withdrawn there first · `orderOpen`
 * somebody is paying right now · `otherChild` names or births of a child differ · `changedSince` the pair is no longer there.
 */
export const DecideDuplicate = staffContract({
  name: 'decideDuplicate',
  request: z.object({
    duplicateId,
    decision: z.enum(['same', 'different', 'putOff']),
    keep: z.nullable(residentId),
  }),
  reply: z.object({ duplicateId, state: duplicateState }),
  refusals: [
    'notFound',
    'decided',
    'keepMissing',
    'paidOnOther',
    'recordStands',
    'orderOpen',
    'otherChild',
    'changedSince',
  ],
})
