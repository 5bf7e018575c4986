import { useEffect, useState } from 'react'
import type { MatchShown } from '../../../../shared/contracts/match'
import { ContinueMatch } from '../../../../shared/contracts/staffMatch'
import { call } from '../../api/call'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { match as words } from '../../texts/match'
import type { Me } from '../DeskFrame'

interface Props {
  me: Me
  from: MatchShown
  onDone: () => void
}

/** The parts are being walked, so many at a call; whoever leaves and comes back goes on where it is. Others only look on. */
export function Walking({ me, from, onDone }: Props) {
  const [shown, setShown] = useState(from)
  const [stopped, setStopped] = useState(false)
  const { matchId } = from
  const walks = me.role === 'bureau' && !stopped
  useEffect(() => {
    if (!walks) return undefined
    let gone = false
    const goOn = async (): Promise<void> => {
      const answer = await call(ContinueMatch, { matchId })
      if (gone) return
      if (answer.kind !== 'done') return setStopped(true)
      setShown(answer.reply)
      return answer.reply.state === 'done' ? onDone() : goOn()
    }
    void goOn()
    return () => void (gone = true)
  }, [matchId, walks, onDone])
  return (
    <Box className="block block--near desk__narrow stack">
      <Box as="p" live="polite">
        {words.walking(shown.people, shown.doneParts, shown.parts)}
      </Box>
      {stopped && (
        <>
          <Notice tone="stop" icon="warn" lines={[words.stopped]} announced />
          <Button text={words.goOn} onTap={() => setStopped(false)} />
        </>
      )}
    </Box>
  )
}
