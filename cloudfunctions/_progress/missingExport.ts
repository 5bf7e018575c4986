import type { MissingPerson } from '../../shared/contracts/missing'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { missingPage } from './missingPage'
import { byName } from './byName'

/** Of which villages of a town, in the order of their names, and `among` whom alone; left out: of everybody. */
export interface Exported {
  town: string | null
  villages: readonly (string | null)[]
  among?: ReadonlySet<string>
}

/** As many lines of an export as one call may write, who stands in them, and where the next one goes on. */
export interface ExportedLines {
  csv: string
  residentIds: string[]
  cursor?: string
}

/** Where an export goes on: a village by its name, because they may be counted anew between two calls. */
interface Place {
  village: string | null
  /** Left out at its beginning. */
  cursor?: string
}

/** 未参保名单 as a file, village after village: from a place on for as long as `goOn` says, a page at least. */
export async function missingExport(
  ports: StaffPorts,
  policy: PolicyInForce,
  { town, villages, among }: Exported,
  { cursor, goOn }: { cursor: string | undefined; goOn: () => boolean },
  linesOf: (people: readonly MissingPerson[], village: string | null) => string,
): Promise<ExportedLines> {
  const { region } = ports.staff
  const residentIds: string[] = []
  let csv = ''
  let place = readPlace(cursor) ?? firstOf(villages)
  while (place) {
    const { village } = place
    const page = await missingPage(
      ports,
      policy,
      { region, town, village },
      { cursor: place.cursor, goOn, among },
    )
    csv += linesOf(page.people, village)
    residentIds.push(...page.people.map(({ residentId }) => residentId))
    place = page.cursor === undefined ? placeAfter(villages, village) : { village, cursor: page.cursor }
    if (!goOn()) break
  }
  const exported = { csv, residentIds }
  return place ? { ...exported, cursor: writePlace(place) } : exported
}

const firstOf = ([village]: readonly (string | null)[]): Place | undefined =>
  village === undefined ? undefined : { village }

/** The village that follows by its name, whether or not this one is still among them. */
const placeAfter = (villages: readonly (string | null)[], village: string | null): Place | undefined =>
  firstOf(villages.filter((one) => byName(one, village) > 0))

/** As it leaves the service, and back: how long the name is, the name, the cursor. Whatever else comes in begins at the beginning. */
const writePlace = ({ village, cursor = '' }: Place): string =>
  `${village?.length ?? ''}.${village ?? ''}${cursor}`

function readPlace(text: string | undefined): Place | undefined {
  const [, length, rest] = /^(\d{0,4})\.(.*)$/s.exec(text ?? '') ?? []
  if (length === undefined || rest === undefined) return undefined
  const cursor = rest.slice(Number(length))
  const village = length === '' ? null : rest.slice(0, Number(length))
  return cursor === '' ? { village } : { village, cursor }
}
