/**
 * Makes the first account of a region's bureau, which nobody there could invite: two documents to insert as they stand, and the
 * token to hand over. Prints to standard output only; wants the key ring in MINGBAI_KEYS.
 *   npx tsx config/firstAccount.ts REGION NAME
 */
import { createCipher } from '../cloudfunctions/_adapters/keys/createCipher'
import type { KeyRing } from '../cloudfunctions/_adapters/keys/keyRing'
import { newDocument } from '../cloudfunctions/_adapters/cloudbase/storeDocument'
import {
  endOfInvitation,
  invitationIdOf,
  type InvitationFields,
} from '../cloudfunctions/_staff/invitationRecord'
import type { StaffAccountFields } from '../cloudfunctions/_staff/staffAccount'

const print = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

function makeFirst(region: string, name: string): void {
  const cipher = createCipher(JSON.parse(process.env.MINGBAI_KEYS ?? '{}') as KeyRing)
  const [staffId, token, now] = [cipher.randomId(), cipher.randomId(), new Date().toISOString()]
  const invitation = invitationIdOf(cipher, token)
  const account: StaffAccountFields = {
    role: 'bureau',
    region,
    town: null,
    name,
    state: 'open',
    callerIndex: null,
    openedBy: null,
    openedAt: now,
    invitation,
  }
  const sent: InvitationFields = {
    region,
    town: null,
    staffId,
    state: 'open',
    invitedBy: null,
    invitedAt: now,
    endsAt: endOfInvitation(now),
  }
  print({ collection: 'staffAccounts', document: newDocument(staffId, account) })
  print({ collection: 'staffInvitations', document: newDocument(invitation, sent) })
  print({ token })
}

const [region, name] = process.argv.slice(2)
if (region && name) makeFirst(region, name)
else {
  process.stderr.write('npx tsx config/firstAccount.ts REGION NAME\n')
  process.exitCode = 1
}
