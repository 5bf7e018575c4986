import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { proofOf, type ProofFields } from '../_proofs/proofRecord'
import type { StoredProofState } from '../_proofs/proofStates'
import type { MergedResidentFields } from '../_residents/mergedResident'
import { isNobodys, type ResidentFields } from '../_residents/residentRecord'

/** Papers that somebody has still to do something about. */
const waiting: readonly StoredProofState[] = ['received', 'inReview', 'askedAgain']

/**
 * 证明随人走: whoever has moved to another town takes their waiting papers along, and those of a record that was made one with another
 * are that one's. How many went.
 */
export async function moveProofs({ store, policies }: ServicePorts): Promise<{ moved: number }> {
  let moved = 0
  for (const region of new Set(policies.all().map((policy) => policy.region)))
    for (const state of waiting)
      for await (const page of pagesOf<ProofFields>(store, 'proofs', {
        where: { region, state },
        sort: { field: 'receivedAt', order: 'ascending' },
        limit: 100,
      }))
        for (const { id, fields } of page) {
          const whose = await whoseNow(store, fields.residentId)
          if (!whose || isSame(fields, whose)) continue
          await store.transaction(async (documents) => {
            const standing = await proofOf(documents, id)
            if (standing)
              await documents.replace('proofs', id, standing.revision, { ...standing.fields, ...whose })
          })
          moved += 1
        }
  return { moved }
}

type Whose = Pick<ProofFields, 'residentId' | 'town'>

const isSame = (one: Whose, other: Whose): boolean =>
  one.residentId === other.residentId && one.town === other.town

/** Which record a paper of this one is of by now, and where; undefined where it is nobody's. */
async function whoseNow(documents: Pick<Documents, 'get'>, residentId: string): Promise<Whose | undefined> {
  const resident = await documents.get<ResidentFields>('residents', residentId)
  if (!resident) return undefined
  if (!isNobodys(resident)) return { residentId, town: resident.fields.town }
  const merged = await documents.get<MergedResidentFields>('mergedResidents', residentId)
  return merged && whoseNow(documents, merged.fields.into)
}
