/** What a caller has sent to the offices, the latest first: for whoever asks what is stored about them. */
import { openWords, type ComplaintFields } from '../_complaints/complaintRecord'
import type { Ports } from '../_ports/ports'
import { isShown, type ProofFields } from '../_proofs/proofRecord'
import { callerIndex } from '../_residents/family'

const most = 200

export async function papersOf(ports: Ports, names: ReadonlyMap<string, string>) {
  const { documents } = await ports.store.find<ProofFields>('proofs', {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'receivedAt', order: 'descending' },
    limit: most,
  })
  return documents.flatMap(({ fields: { residentId, paper, state, receivedAt } }) =>
    isShown(state) ? [{ name: names.get(residentId) ?? null, paper, state, receivedAt }] : [],
  )
}

export async function complaintsOf(ports: Ports) {
  const { documents } = await ports.store.find<ComplaintFields>('complaints', {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'sentAt', order: 'descending' },
    limit: most,
  })
  return documents.map((complaint) => {
    const { kind, state, sentAt } = complaint.fields
    return { kind, state, text: openWords(ports.cipher, complaint, 'text'), sentAt }
  })
}
