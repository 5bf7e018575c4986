import type { StaffPorts } from '../../_ports/ports'
import { putOver } from '../../_ports/put'
import type { Documents, Stored } from '../../_ports/store'
import type { TargetChange } from '../importChanges'
import { headsOf, plainText, type CellOf } from '../rowCells'
import type { Planned, RowWork } from '../rowWork'
import { unitIn, unitsOfRegion, type Units } from '../unitIn'
import { importedTargetId, type ImportedTargetFields } from './targetRecord'

type Get = Pick<Documents, 'get'>

/** A table of targets: a row is a town or a village, by its name, and a number of people. */
export const targetsWork: RowWork<TargetChange> = {
  keysOf: (cell) => [{ field: 'town', key: `${plainText(cell('town'))}/${plainText(cell('village'))}` }],
  planner(ports, { fields: { coverageYear } }, documents) {
    if (coverageYear === null) throw new Error('targets without a coverage year')
    const places = placesOf(ports)
    return (cell, order) => {
      const read = readTarget(places, cell)
      if ('reason' in read) return Promise.resolve({ kind: 'rejected', ...read })
      return planTarget(ports, documents, { region: ports.staff.region, coverageYear, order, ...read })
    }
  },
  async dependence({ store }, { change }) {
    return { why: (await asLeft(store, change)) ? undefined : 'changed' }
  },
  async putBack(_ports, documents, _standing, { change }) {
    const target = await asLeft(documents, change)
    if (!target) return 'changed'
    const fields = { ...target.fields, heads: change.headsBefore }
    await documents.replace('importedTargets', target.id, target.revision, fields)
    return undefined
  },
}

/** The target, as long as it says what the import wrote. */
async function asLeft(
  { get }: Get,
  { targetId, headsAfter }: TargetChange,
): Promise<Stored<ImportedTargetFields> | undefined> {
  const target = await get<ImportedTargetFields>('importedTargets', targetId)
  return target?.fields.heads === headsAfter ? target : undefined
}

interface Places {
  units: Units
  /** Of whoever imports; null for a whole region. */
  own: string | null
}

const placesOf = ({ policies, staff }: StaffPorts): Places => ({
  units: unitsOfRegion(policies, staff.region),
  own: staff.town,
})

type ReadTarget = Pick<ImportedTargetFields, 'town' | 'village'> & { heads: number }

function readTarget(
  { units, own }: Places,
  cell: CellOf,
): ReadTarget | Omit<Extract<Planned, { kind: 'rejected' }>, 'kind'> {
  const { town, village } = unitIn(units, plainText(cell('town')), plainText(cell('village')) || null)
  const { towns } = units
  const isKnown = own === null ? town !== '' && (towns.size === 0 || towns.has(town)) : town === own
  if (!isKnown) return { field: 'town', reason: 'townUnknown' }
  if (village === null && own !== null) return { field: 'village', reason: 'villageMissing' }
  if (village !== null && village.length > 40) return { field: 'village', reason: 'placeForm' }
  const heads = headsOf(cell('heads'))
  return heads === undefined ? { field: 'heads', reason: 'headsForm' } : { town, village, heads }
}

async function planTarget(
  { cipher }: StaffPorts,
  { get }: Get,
  fields: ImportedTargetFields & { heads: number },
): Promise<Planned> {
  const id = importedTargetId(cipher, fields)
  const standing = await get<ImportedTargetFields>('importedTargets', id)
  if (standing?.fields.heads === fields.heads) return { kind: 'same' }
  return {
    kind: standing && standing.fields.heads !== null ? 'changed' : 'added',
    async apply(documents) {
      await putOver(documents, 'importedTargets', id, standing, fields)
      const change = { targetId: id, headsBefore: standing?.fields.heads ?? null, headsAfter: fields.heads }
      return { change }
    },
  }
}
