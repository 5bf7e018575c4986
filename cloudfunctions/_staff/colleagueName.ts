import type { Documents } from '../_ports/store'
import { accountOf } from './staffAccount'

/** A member of staff as colleagues know them; null where the account is out of the caller's reach: an office above them. */
export const colleagueName = async (
  documents: Pick<Documents, 'get'>,
  staffId: string,
): Promise<string | null> => (await accountOf(documents, staffId))?.fields.name ?? null
