/**
 * Targets (任务数) that an office sent as a table: `importedTargets/<index>`, one for a town or a village and coverage year. They stand
 * beside those that a notice prints, and never in their place.
 */
import { canonicalJson } from '../../_ports/canonicalJson'
import type { Cipher } from '../../_ports/cipher'
import { pagesOf } from '../../_ports/pages'
import type { Store } from '../../_ports/store'

/** How many people one town or village is to enroll. */
export type ImportedTargetFields = {
  region: string
  town: string
  /** Null: of the whole town. */
  village: string | null
  coverageYear: number
  /** People, as sent; null where the import was undone. */
  heads: number | null
  /** The row in which it stood: the order of the office that sent it. */
  order: number
}

/** One place has one target a coverage year, whoever sends it. */
export const importedTargetId = (
  cipher: Cipher,
  { region, coverageYear, town, village }: Omit<ImportedTargetFields, 'heads' | 'order'>,
): string => cipher.index('import', canonicalJson(['target', region, coverageYear, town, village]))

const pageSize = 500

/** What was sent for a region, or one town of it, and coverage year, within the caller's reach, in the order of who sent it. */
export async function importedTargets(
  store: Pick<Store, 'find'>,
  { region, coverageYear, town }: { region: string; coverageYear: number; town?: string },
): Promise<ImportedTargetFields[]> {
  const targets: ImportedTargetFields[] = []
  for await (const page of pagesOf<ImportedTargetFields>(store, 'importedTargets', {
    where: town === undefined ? { region, coverageYear } : { region, town, coverageYear },
    sort: { field: 'order', order: 'ascending' },
    limit: pageSize,
  }))
    targets.push(...page.map(({ fields }) => fields).filter(({ heads }) => heads !== null))
  return targets
}
