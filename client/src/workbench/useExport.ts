import { useRef, useState } from 'react'
import type { Unreached } from '../api/call'
import { exports } from '../texts/exports'
import { saveCsv } from './saveCsv'
import { troubleOf } from './troubleOf'

/** Where the next piece begins; nothing for the first. */
type From = { cursor?: string }
type Piece = { kind: 'done'; reply: { csv: string; cursor?: string | undefined } }
type NoPiece = Unreached | { kind: 'refused'; refusal: string }

/** What is exported, piece by piece, and what is said of it. */
export interface Exported {
  fileName: string
  /** One call; where its reply has a cursor, the next goes on from there. */
  ask: (from: From) => Promise<Piece | NoPiece>
  /** A sentence for each refusal that this export may meet. */
  refusals: Readonly<Record<string, string>>
  words?: typeof exports
}

/** 导出: call after call until it is whole, then saved as one file, once however often it is tapped. `says` how it goes. */
export function useExport({ fileName, ask, refusals, words = exports }: Exported): {
  says: string
  start: () => void
} {
  const [says, setSays] = useState('')
  const going = useRef(false)
  const exported = async (): Promise<string> => {
    const list = await wholeCsv(ask)
    if (typeof list !== 'string') return troubleOf(list, refusals)
    return (await saveCsv(fileName, list)) ? words.exported : words.notExported
  }
  const start = () => {
    if (going.current) return
    going.current = true
    setSays(words.exporting)
    void exported().then((how) => {
      going.current = false
      setSays(how)
    })
  }
  return { says, start }
}

async function wholeCsv(ask: Exported['ask']): Promise<string | NoPiece> {
  let csv = ''
  let from: From | undefined = {}
  while (from) {
    const answer: Piece | NoPiece = await ask(from)
    if (answer.kind !== 'done') return answer
    const { cursor }: Piece['reply'] = answer.reply
    csv += answer.reply.csv
    from = cursor === undefined ? undefined : { cursor }
  }
  return csv
}
