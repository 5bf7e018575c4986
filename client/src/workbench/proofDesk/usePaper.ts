import { useEffect, useRef, useState } from 'react'
import { partsOf } from '../../../../shared/contracts/proof'
import { OpenProof, type ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { call } from '../../api/call'
import { showPaper, type PaperShown } from '../../device/paperShown'
import { outages } from '../../texts/outages'
import { proofDesk as words } from '../../texts/proofDesk'

type Opening =
  | { kind: 'closed' }
  | { kind: 'opening'; part: number; parts: number }
  | { kind: 'shown'; paper: PaperShown }
  | { kind: 'trouble'; sentence: string }

/** Fetches a paper part by part and shows it; it is let go of when another page, or another paper, is looked at. */
export function usePaper({ proofId, bytes }: ProofOnDesk) {
  const [state, setState] = useState<Opening>({ kind: 'closed' })
  const paper = useRef<PaperShown>(undefined)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      paper.current?.letGo()
    }
  }, [])

  const open = async (): Promise<void> => {
    if (state.kind === 'opening') return
    const parts = partsOf(bytes)
    const fetched = await fetchParts(proofId, parts, (part) => setState({ kind: 'opening', part, parts }))
    if (isGone.current) return
    if ('trouble' in fetched) return setState({ kind: 'trouble', sentence: fetched.trouble })
    paper.current?.letGo()
    try {
      paper.current = await showPaper(fetched.kind, fetched.base64)
      setState({ kind: 'shown', paper: paper.current })
    } catch {
      setState({ kind: 'trouble', sentence: words.notShown })
    }
  }
  return { state, open }
}

type Fetched = { kind: PaperShown['kind']; base64: string } | { trouble: string }

async function fetchParts(proofId: string, parts: number, onPart: (part: number) => void): Promise<Fetched> {
  let base64 = ''
  let kind: PaperShown['kind'] = 'jpeg'
  for (let part = 0; part < parts; part += 1) {
    onPart(part + 1)
    const answer = await call(OpenProof, { proofId, part })
    if (answer.kind === 'unreached') return { trouble: outages.unreached[answer.why] }
    if (answer.kind === 'refused') {
      const sentences: Readonly<Record<string, string>> = words.openRefusals
      return { trouble: sentences[answer.refusal] ?? words.notShown }
    }
    base64 += answer.reply.content
    kind = answer.reply.kind
  }
  return { kind, base64 }
}
