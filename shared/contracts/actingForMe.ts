import * as z from 'zod/mini'
import { contract } from './contract'
import { instant, residentId } from './fields'

/** Opaque: one caller who acts for a person. Nothing else about them is told. */
const actingLink = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,40}$/))

/** 谁在替我办: everybody else who has named this person, since when. Only to the caller who is taken for the person (自己). */
export const ActingForMe = contract({
  name: 'actingForMe',
  request: z.object({ residentId }),
  reply: z.object({
    /** The latest first. `ended`: the person has ended it, and may allow it again. */
    callers: z.array(z.object({ link: actingLink, since: instant, ended: z.boolean() })),
  }),
  refusals: ['notFound'],
})

/**
 * 停了代办、让他再办: whether one caller may go on acting for the person. Ended, the person is to that caller as absent as
 * somebody who does not exist, and cannot be named again; allowed, everything is as it was.
 */
export const LetAct = contract({
  name: 'letAct',
  request: z.object({ residentId, link: actingLink, may: z.boolean() }),
  reply: z.object({ may: z.boolean() }),
  refusals: ['notFound'],
})
