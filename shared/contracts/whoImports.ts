/**
 * Who imports what: one table for the service, which enforces it, and for the pages, which offer nothing else. An account names some of what its
 * role may. Why each office brings what it does: docs/decisions/0027-flows.md.
 */
import { importKind, type ImportKind } from './imports'
import { role, type Role } from './staff'
import table from './whoImports.json'

/** The roles that bring a kind: of a whole region, and of one town. */
const whoBrings: Readonly<Record<ImportKind, { region: readonly string[]; town: readonly string[] }>> = table

/** The kinds somebody of this role may be given; `town` null: of a whole region. */
export const kindsFor = (of: Role, town: string | null): ImportKind[] =>
  importKind.options.filter((kind) => whoBrings[kind][town === null ? 'region' : 'town'].includes(of))

/** The roles that may import at all; which kinds, stands in each account. */
export const importers: readonly Role[] = role.options.filter((of) =>
  Object.values(whoBrings).some(({ region, town }) => [...region, ...town].includes(of)),
)
