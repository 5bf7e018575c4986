import { useEffect, useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ImportShown } from '../../../../shared/contracts/imports'
import { OpenImport } from '../../../../shared/contracts/openImport'
import { useCall } from '../../api/useCall'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { replace } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { importUndo } from '../../texts/importUndo'
import { imports as words } from '../../texts/imports'
import { Columns } from './Columns'
import { Committed } from './Committed'
import { goOnWith } from './goOnWith'
import { Head } from './Head'
import { Trial } from './Trial'
import { Working } from './Working'

const toList = () => replace('imports', {})

/** One import, wherever it is on its way. */
export function OneImport({ importId }: { importId: string }) {
  const { asked, again } = useCall(OpenImport, { importId })
  if (asked.kind !== 'done') return <Unanswered asked={asked} absent={words.steps.notFound} onAgain={again} />
  return <Opened opened={asked.reply} />
}

function Opened({ opened: { import: found, sample } }: { opened: ReplyOf<typeof OpenImport> }) {
  const [shown, setShown] = useState(found)
  const [trouble, setTrouble] = useState<readonly string[]>()
  const [turn, setTurn] = useState(0)
  const { importId, state } = shown
  useEffect(() => {
    let gone = false
    void goOnWith(importId, state, (heard) => {
      if (gone) return
      if (heard.kind === 'shown') setShown(heard.shown)
      else setTrouble(heard.lines)
    })
    return () => void (gone = true)
  }, [importId, state, turn])
  const again = () => {
    setTrouble(undefined)
    setTurn(turn + 1)
  }
  switch (state) {
    case 'uploaded':
      return <Columns shown={shown} sample={sample} onShown={setShown} onOther={toList} />
    case 'mapped':
    case 'committing':
    case 'checking':
    case 'undoing':
      return <Working shown={shown} state={state} trouble={trouble} onAgain={again} onBack={toList} />
    case 'tried':
      return <Trial shown={shown} onShown={setShown} onOther={toList} />
    case 'committed':
      return <Committed shown={shown} onShown={setShown} onBack={toList} />
    default:
      return <Ended shown={shown} />
  }
}

/** Nothing more is to be done with it. */
const Ended = ({ shown }: { shown: ImportShown }) => {
  const isUndone = shown.state === 'undone'
  const { heading, lines, tone = 'stop' } = endOf(shown)
  return (
    <>
      <Head shown={shown} step={isUndone ? 4 : 1} heading={heading} />
      <Box className="block block--near desk__narrow stack">
        <Notice tone={tone} icon={tone === 'ok' ? 'tick' : 'warn'} lines={lines} announced />
        <SecondButton text={isUndone ? words.back : words.other} onTap={toList} />
      </Box>
    </>
  )
}

interface End {
  heading: string
  lines: readonly string[]
  tone?: 'ok' | 'warn'
}

function endOf({ state, refusal, spot, dependents }: ImportShown): End {
  if (refusal)
    return {
      heading: words.refused.heading,
      lines: [words.fileRefusals[refusal], ...(spot ? [words.spot(spot.row, spot.column)] : [])],
    }
  if (state === 'undone') {
    const { undone, partlyUndone, kept } = importUndo
    const stayed = kept(dependents)
    return stayed.length === 0
      ? { heading: undone.heading, lines: [undone.text], tone: 'ok' }
      : { heading: partlyUndone.heading, lines: [...stayed, partlyUndone.text], tone: 'warn' }
  }
  const { heading, text } = state === 'abandoned' ? words.abandoned : words.uploading
  return { heading, lines: [text] }
}
