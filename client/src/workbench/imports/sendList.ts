import { BeginImport } from '../../../../shared/contracts/beginImport'
import type { RequestOf } from '../../../../shared/contracts/contract'
import { importPartBytes, mostImportParts } from '../../../../shared/contracts/imports'
import { ReadImport } from '../../../../shared/contracts/readImport'
import { SendImportPart } from '../../../../shared/contracts/sendImportPart'
import { call } from '../../api/call'
import { newKey } from '../../device/newKey'
import { imports as words } from '../../texts/imports'
import type { ChosenList } from '../chooseList'
import { troubleOf } from './troubleOf'

type What = Pick<RequestOf<typeof BeginImport>, 'kind' | 'coverageYear'>

/** `part`: how many of `parts` are there; all of them: it is being read. */
export interface Sending {
  part: number
  parts: number
}

/** It is there and read, or why not and what to do, line by line. */
export type Sent = { kind: 'sent'; importId: string } | { kind: 'not'; lines: readonly string[] }

const timesPerPart = 3

/** Announces a list, sends it part by part, and has it read. A part that was lost on the way is sent again. */
export async function sendList(list: ChosenList, what: What, shows: (at: Sending) => void): Promise<Sent> {
  const parts = Math.max(Math.ceil(list.bytes / importPartBytes), 1)
  if (list.bytes === 0) return { kind: 'not', lines: [words.fileRefusals.empty] }
  if (parts > mostImportParts) return { kind: 'not', lines: [words.fileRefusals.tooLarge] }
  const begun = await call(BeginImport, { ...what, key: newKey(), fileName: list.name.slice(0, 120), parts })
  if (begun.kind !== 'done') return { kind: 'not', lines: troubleOf(begun) }
  const { importId } = begun.reply
  for (let part = 0; part < parts; part += 1) {
    shows({ part, parts })
    const answer = await sendPart(list, importId, part)
    if (answer.kind !== 'done') return { kind: 'not', lines: troubleOf(answer) }
  }
  shows({ part: parts, parts })
  const read = await call(ReadImport, { importId })
  return read.kind === 'done' ? { kind: 'sent', importId } : { kind: 'not', lines: troubleOf(read) }
}

async function sendPart(list: ChosenList, importId: string, part: number) {
  const base64 = await list.part(part * importPartBytes, importPartBytes)
  for (let time = 1; ; time += 1) {
    const answer = await call(SendImportPart, { importId, part, base64 })
    if (answer.kind !== 'unreached' || time === timesPerPart) return answer
  }
}
