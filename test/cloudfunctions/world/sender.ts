import { randomUUID } from 'node:crypto'
import type { Outcome, RequestOf } from '../../../shared/contracts/contract'
import { Identify } from '../../../shared/contracts/identify'
import { partsOf, proofSizes } from '../../../shared/contracts/proof'
import { UploadProof } from '../../../shared/contracts/uploadProof'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { replyOf, type World } from './startWorld'

type Request = RequestOf<typeof UploadProof>

/** The part of a file that a phone would send, and what it says with it. */
export const partOf = (file: Buffer, part: number): Pick<Request, 'bytes' | 'part' | 'content'> => ({
  bytes: file.length,
  part,
  content: file.subarray(part * proofSizes.part, (part + 1) * proofSizes.part).toString('base64'),
})

/** Somebody of lakeside, where the notice names a paper, with their own phone. */
export async function sender(world: World, openId: string, known: Partial<RosterPerson> = {}) {
  const person = await world.addPerson({ region: 'lakeside', ...known })
  const ask = world.as(openId)
  const { residentId } = replyOf(await ask(Identify, { ...person, relation: 'self' })).member
  const request = { residentId, coverageYear: 2031, paper: 'elsewhereEnrollmentVoucher' }
  return {
    ask,
    person,
    residentId,
    request,
    /** A whole file, part after part, until one is refused. */
    async send(file: Buffer, change: Partial<Request> = {}): Promise<Outcome<typeof UploadProof>> {
      const key = change.key ?? randomUUID()
      let answer: Outcome<typeof UploadProof> | undefined
      for (let part = 0; part < partsOf(file.length); part += 1) {
        answer = await ask(UploadProof, { ...request, key, ...partOf(file, part), ...change })
        if (answer.kind !== 'done') break
      }
      if (!answer) throw new Error('nothing to send')
      return answer
    },
  }
}

/** The proof that came of it. @throws Error where none did. */
export function sent(outcome: Outcome<typeof UploadProof>) {
  const { proof } = replyOf(outcome)
  if (!proof) throw new Error('not all of it has arrived')
  return proof
}
