/** Which column held what the last time an office sent this kind of roster under these headings: `importMappings/<index>`. */
import type { ImportKind, ImportMapping } from '../../shared/contracts/imports'
import { canonicalJson } from '../_ports/canonicalJson'
import type { StaffPorts } from '../_ports/ports'
import { put } from '../_ports/put'

export type MappingFields = { mapping: ImportMapping }

const mappingId = ({ cipher, staff }: StaffPorts, kind: ImportKind, headings: readonly string[]): string =>
  cipher.index('mapping', canonicalJson([staff.region, staff.town, staff.role, kind, headings]))

/** Undefined where the office never sent these headings. */
export async function rememberedMapping(
  ports: StaffPorts,
  kind: ImportKind,
  headings: readonly string[],
): Promise<ImportMapping | undefined> {
  return (await ports.store.get<MappingFields>('importMappings', mappingId(ports, kind, headings)))?.fields
    .mapping
}

/** The last time counts. */
export async function rememberMapping(
  ports: StaffPorts,
  kind: ImportKind,
  headings: readonly string[],
  mapping: ImportMapping,
): Promise<void> {
  const id = mappingId(ports, kind, headings)
  await put(ports.store, 'importMappings', id, { mapping })
}
