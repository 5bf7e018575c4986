/** How the people of one village are walked: by household, then those without one; each step is one page of the store. */
import type { Query, Store, Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import type { PlaceInLists } from './placeInLists'

/** One village of a town; null where the register names none. */
export interface Village {
  region: string
  town: string | null
  village: string | null
}

interface Part {
  query: Omit<Query, 'cursor'>
  /** The store cannot search for what is not there, so these are picked out of a larger page. */
  pick: (fields: ResidentFields) => boolean
}

const pageSize = 60
const pageToPickFrom = 300

/** One page of residents, and the place of the next; no place where that was the last. */
export async function walkOn(
  store: Pick<Store, 'find'>,
  village: Village,
  { list, cursor }: PlaceInLists,
): Promise<{ residents: Stored<ResidentFields>[]; next?: PlaceInLists }> {
  const parts = partsOf(village)
  const standing = parts[list]
  if (!standing) return { residents: [] }
  const { query, pick } = standing
  const page = await store.find<ResidentFields>('residents', {
    ...query,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const residents = page.documents.filter(({ fields }) => pick(fields))
  if (page.cursor !== undefined) return { residents, next: { list, cursor: page.cursor } }
  return list + 1 < parts.length ? { residents, next: { list: list + 1 } } : { residents }
}

function partsOf({ region, town, village }: Village): Part[] {
  const byPart = { field: 'partition', order: 'ascending' } as const
  if (town === null)
    return [
      {
        query: { where: { region }, sort: byPart, limit: pageToPickFrom },
        pick: (fields) => fields.town === null && fields.village === village,
      },
    ]
  if (village === null)
    return [
      {
        query: { where: { region, town }, sort: byPart, limit: pageToPickFrom },
        pick: (fields) => fields.village === null,
      },
    ]
  const where = { region, town, village }
  return [
    {
      query: { where, sort: { field: 'household', order: 'ascending' }, limit: pageSize },
      // A record that is nobody's any more has no part, so only the other walks pass it over by themselves.
      pick: (fields) => fields.partition !== null,
    },
    { query: { where, sort: byPart, limit: pageToPickFrom }, pick: (fields) => fields.household === null },
  ]
}
