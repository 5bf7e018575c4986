import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, coverageYear, region } from './fields'
import { importKind } from './imports'
import { role } from './staff'

/** 我是谁: the account of whoever asks, and the place and coverage year they work for. */
export const WhoAmI = staffContract({
  name: 'whoAmI',
  request: z.object({}),
  reply: z.object({
    role,
    /** As colleagues know them. */
    name: z.string(),
    region,
    placeName: z.string(),
    /** Null: every town of the region. */
    town: z.nullable(z.string()),
    coverageYear,
    today: civilDay,
    /** The kinds of roster they may import. */
    imports: z.array(importKind),
    demo: z.boolean(),
  }),
  refusals: [],
})
