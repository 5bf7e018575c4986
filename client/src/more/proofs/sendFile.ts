import type { RequestOf } from '../../../../shared/contracts/contract'
import { partsOf } from '../../../../shared/contracts/proof'
import { UploadProof } from '../../../../shared/contracts/uploadProof'
import { call, type Reached } from '../../api/call'
import type { ChosenFile } from '../../device/chosenFile'

export type Sending = Omit<RequestOf<typeof UploadProof>, 'bytes' | 'part' | 'content'>

/**
 * Sends a file part after part, from one on. `arrives` hears how many parts the service has: whoever was cut off goes on
 * from there, under the same key.
 */
export async function sendFile(
  file: ChosenFile,
  sending: Sending,
  from: number,
  arrives: (parts: number) => void,
): Promise<Reached<typeof UploadProof>> {
  const parts = partsOf(file.bytes)
  for (let part = Math.min(from, parts - 1); ;) {
    const content = await file.part(part)
    const answer = await call(UploadProof, { ...sending, bytes: file.bytes, part, content })
    if (answer.kind !== 'done' || answer.reply.proof) return answer
    const { arrived } = answer.reply
    // A service that has no more than before will not have more next time either.
    if (arrived <= part) return { kind: 'unreached', why: 'down' }
    arrives(arrived)
    part = arrived
  }
}
