/** 交证明: takes one part of a file; with the last one, the file is read as what it is and waits for the office. */
import type { RequestOf } from '../../shared/contracts/contract'
import { proofSizes } from '../../shared/contracts/proof'
import { UploadProof } from '../../shared/contracts/uploadProof'
import { papersNamed } from '../../shared/rules/papersNamed'
import { mayUploadProof } from '../_limits/mayUploadProof'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { finishProof, isReplaceable, isReplacementFor } from '../_proofs/finishProof'
import { kindOf } from '../_proofs/paper/readPaper'
import { proofIdFor, proofOf, shownProof, type Proof } from '../_proofs/proofRecord'
import { beginProof, isSameUpload, isWhole, lengthOfPart, takePart } from '../_proofs/takePart'
import { ownMember } from '../_proofs/ownMember'
import type { Resident } from '../_residents/residentRecord'

type Request = RequestOf<typeof UploadProof>

export const uploadProof = useCase(UploadProof, async (request, ports) => {
  const member = await ownMember(ports, request.residentId)
  if (!member) return refuse('notFound')
  const id = proofIdFor(ports, request.key)
  const standing = await proofOf(ports.store, id)
  if (standing && !isSameUpload(standing, request)) return refuse('keyReused')
  const refused = standing ? undefined : await whyNotBegin(ports, member.resident, request)
  if (refused) return refused
  return goOn(ports, standing ?? (await beginProof(ports, id, member.resident, request)), request)
})

async function whyNotBegin(ports: Ports, resident: Resident, request: Request) {
  const { coverageYear, paper, bytes, part, content, replaces } = request
  const policy = ports.policies.inForce(resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  if (!papersNamed(policy.table, ports.clock.today()).has(paper)) return refuse('notAsked')
  if (bytes > proofSizes.largest) return refuse('tooLarge')
  // Told at once, so that nobody sends all of a file that is not taken.
  if (part === 0 && !kindOf(Buffer.from(content, 'base64'))) return refuse('otherType')
  if (replaces !== undefined) {
    const earlier = await proofOf(ports.store, replaces)
    const fits = earlier && isReplacementFor({ ...earlier.fields, ...request }, earlier)
    if (!fits || !isReplaceable(earlier)) return refuse('notReplaceable')
  }
  return (await mayUploadProof(ports, resident.id)) ? undefined : refuse('tooMany')
}

async function goOn(ports: Ports, standing: Proof, { part, content }: Request) {
  const plain = Buffer.from(content, 'base64')
  const fits = plain.length === lengthOfPart(standing.fields.bytes, part, proofSizes.part)
  if (standing.fields.state === 'arriving' && !fits) return refuse('broken')
  const taken = await takePart(ports, standing, part, plain)
  const finished = isWhole(taken) ? await finishProof(ports, taken) : taken
  const { id, fields } = finished
  if (fields.unfit !== null) return refuse(fields.unfit)
  return done({ proofId: id, arrived: fields.arrived, proof: shownProof(finished) ?? null })
}
