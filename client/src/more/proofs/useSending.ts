import { useRef, useState } from 'react'
import { partsOf } from '../../../../shared/contracts/proof'
import { newKey } from '../../device/newKey'
import { chooseFile, type ChosenFile, type FileSource } from '../../device/chosenFile'
import { refusalSentence } from '../../pages/Unanswered'
import { outages } from '../../texts/outages'
import { sentProofs as words } from '../../texts/sentProofs'
import { sendFile, type Sending } from './sendFile'

export interface SendingShown {
  file?: ChosenFile
  /** How many parts are there, of how many, while it is being sent. */
  progress?: { part: number; parts: number }
  trouble?: readonly string[]
  /** Cut off: the same file goes on where it stopped. */
  cutOff: boolean
  choose: (source: FileSource) => void
  send: () => void
  drop: () => void
}

/** One file on its way. It stays chosen until the service has all of it, whatever happens between. */
export function useSending(
  what: Omit<Sending, 'key' | 'paper'> & { paper?: string },
  onArrived: () => void,
): SendingShown {
  const [file, setFile] = useState<ChosenFile>()
  const [progress, setProgress] = useState<SendingShown['progress']>()
  const [trouble, setTrouble] = useState<readonly string[]>()
  const [arrived, setArrived] = useState(0)
  const key = useRef('')
  const busy = useRef(false)

  const choose = async (source: FileSource) => {
    if (what.paper === undefined) return setTrouble([words.chooseFirst])
    setTrouble(undefined)
    const chosen = await chooseFile(source).catch(() => 'refused' as const)
    if (chosen === 'refused') return setTrouble([words.noDevice])
    if (!chosen) return
    key.current = newKey()
    setArrived(0)
    setFile(chosen)
  }
  const send = async () => {
    if (busy.current || !file || what.paper === undefined) return
    busy.current = true
    setTrouble(undefined)
    const parts = partsOf(file.bytes)
    const shows = (part: number) => {
      setArrived(part)
      setProgress({ part: part + 1, parts })
    }
    shows(arrived)
    const sending = { ...what, paper: what.paper, key: key.current }
    const answer = await sendFile(file, sending, arrived, shows).catch(() => undefined)
    busy.current = false
    setProgress(undefined)
    if (answer?.kind === 'done') {
      setFile(undefined)
      return onArrived()
    }
    if (answer?.kind === 'unreached') return setTrouble([outages.unreached[answer.why], words.kept])
    // What is wrong with a file does not mend by sending it again.
    setFile(undefined)
    const refusal = answer?.refusal ?? 'broken'
    setTrouble([words.troubles[refusal] ?? refusalSentence(refusal)])
  }
  return {
    file,
    progress,
    trouble,
    cutOff: file !== undefined && trouble !== undefined,
    choose: (source) => void choose(source),
    send: () => void send(),
    drop: () => {
      setFile(undefined)
      setTrouble(undefined)
    },
  }
}
