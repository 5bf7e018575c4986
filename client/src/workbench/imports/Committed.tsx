import { useState } from 'react'
import type { ImportShown } from '../../../../shared/contracts/imports'
import { UndoImport } from '../../../../shared/contracts/undoImport'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { imports as words } from '../../texts/imports'
import { Figures } from './Figures'
import { Head } from './Head'
import { Rejected } from './Rejected'
import { useImportStep } from './useImportStep'

const { committed } = words

interface Props {
  shown: ImportShown
  onShown: (shown: ImportShown) => void
  onBack: () => void
}

/** The fourth step is done: what was written, and the way to take all of it back. */
export const Committed = ({ shown, onShown, onBack }: Props) => (
  <>
    <Head shown={shown} step={4} heading={committed.heading} />
    <Figures shown={shown} />
    {shown.counts.rejected > 0 &&
      (shown.parked ? (
        <Rejected shown={shown} />
      ) : (
        <Box as="p" className="block muted">
          {words.rejected.gone}
        </Box>
      ))}
    <Box className="block desk__narrow stack">
      <SecondButton text={words.back} onTap={onBack} />
      {shown.counts.added + shown.counts.changed > 0 && <Undo shown={shown} onShown={onShown} />}
    </Box>
  </>
)

/** Asks first, and says what it would take away. */
function Undo({ shown, onShown }: Omit<Props, 'onBack'>) {
  const [asks, setAsks] = useState(false)
  const { trouble, take } = useImportStep(onShown)
  const { importId, counts } = shown
  if (!asks) return <Link text={committed.undo} onTap={() => setAsks(true)} />
  return (
    <>
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={trouble} announced />
      ) : (
        <Notice
          tone="warn"
          icon="warn"
          lines={[committed.undoAsk(words.rows(counts.added), words.rows(counts.changed))]}
          announced
        />
      )}
      <Box className="actions">
        <Button text={committed.undoSure} onTap={() => take(UndoImport, { importId })} />
        <SecondButton text={committed.undoNot} onTap={() => setAsks(false)} />
      </Box>
    </>
  )
}
