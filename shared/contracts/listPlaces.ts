import * as z from 'zod/mini'
import { contract } from './contract'
import { civilDay, coverageYear, region } from './fields'

/** The places and coverage years this service has tables for, and the service's day. */
export const ListPlaces = contract({
  name: 'listPlaces',
  request: z.object({}),
  reply: z.object({
    /** The service's civil day; everything is assessed on it. */
    today: civilDay,
    /** True where the people are made up and no money moves. */
    demo: z.boolean(),
    places: z.array(
      z.object({
        region,
        name: z.string(),
        level: z.string(),
        /** Its current year can still be paid for on `today`, now or later. */
        collecting: z.boolean(),
        /** In ascending order. `current`: the year to show first on `today`; one of each place. */
        years: z.array(z.object({ coverageYear, current: z.boolean() })),
      }),
    ),
  }),
  refusals: [],
})
