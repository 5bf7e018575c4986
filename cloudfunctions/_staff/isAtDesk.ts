import type { StaffAccountFields } from './staffAccount'

type Desk = Pick<StaffAccountFields, 'role' | 'town' | 'imports'>

/** Whether an account stands at this desk: its role, its town, and the rosters it may import in whatever order. */
export const isAtDesk = (
  { role, town, imports = [] }: Desk,
  { imports: wanted = [], ...desk }: Desk,
): boolean =>
  role === desk.role &&
  town === desk.town &&
  imports.length === wanted.length &&
  wanted.every((kind) => imports.includes(kind))
