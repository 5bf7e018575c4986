import { useEffect, useRef, useState } from 'react'
import { partsOf } from '../../../../shared/contracts/proof'
import { OpenProof, type ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { call } from '../../api/call'
import { showPaper, type PaperShown } from '../../device/paperShown'
import { proofDesk as words } from '../../texts/proofDesk'
import { troubleOf } from '../troubleOf'

type Opening =
  | { kind: 'closed' }
  | { kind: 'opening'; part: number; parts: number }
  | { kind: 'shown'; paper: PaperShown }
  | { kind: 'trouble'; sentence: string }

/**
 * Fetches a paper part by part and shows it; it is let go of when another page, or another paper, is looked at. `isSeen` stays so
 * while it is opened once more.
 */
export function usePaper({ proofId, bytes }: ProofOnDesk) {
  const [state, setState] = useState<Opening>({ kind: 'closed' })
  const [isSeen, setSeen] = useState(false)
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
    paper.current = undefined
    try {
      const shown = await showPaper(fetched.kind, fetched.base64)
      if (isGone.current) return shown.letGo()
      paper.current = shown
      setSeen(true)
      setState({ kind: 'shown', paper: shown })
    } catch {
      setState({ kind: 'trouble', sentence: words.notShown })
    }
  }
  return { state, isSeen, open }
}

type Fetched = { kind: PaperShown['kind']; base64: string } | { trouble: string }

async function fetchParts(proofId: string, parts: number, onPart: (part: number) => void): Promise<Fetched> {
  let base64 = ''
  let kind: PaperShown['kind'] = 'jpeg'
  for (let part = 0; part < parts; part += 1) {
    onPart(part + 1)
    const answer = await call(OpenProof, { proofId, part })
    if (answer.kind !== 'done') return { trouble: troubleOf(answer, words.openRefusals) }
    base64 += answer.reply.content
    kind = answer.reply.kind
  }
  return { kind, base64 }
}
