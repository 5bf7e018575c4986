import type { MissingPerson } from '../../shared/contracts/missing'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { missingPage } from './missingPage'
import { readPlace, writePlace, type PlaceInLists } from './placeInLists'

/** Of which villages of a town, and `among` whom alone; left out: of everybody. */
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
  let place: PlaceInLists = readPlace(cursor)
  while (place.list < villages.length) {
    const village = villages[place.list] ?? null
    const from = { cursor: place.cursor, goOn, among }
    const page = await missingPage(ports, policy, { region, town, village }, from)
    csv += linesOf(page.people, village)
    residentIds.push(...page.people.map(({ residentId }) => residentId))
    place = page.cursor === undefined ? { list: place.list + 1 } : { list: place.list, cursor: page.cursor }
    if (!goOn()) break
  }
  const exported = { csv, residentIds }
  return place.list < villages.length ? { ...exported, cursor: writePlace(place) } : exported
}
