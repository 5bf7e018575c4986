import { useState } from 'react'
import type { ImportShown } from '../../../../shared/contracts/imports'
import { UndoImport } from '../../../../shared/contracts/undoImport'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { importUndo } from '../../texts/importUndo'
import { imports as words } from '../../texts/imports'
import { Figures } from './Figures'
import { Head } from './Head'
import { Rejected } from './Rejected'
import { useImportStep } from './useImportStep'

interface Props {
  shown: ImportShown
  onShown: (shown: ImportShown) => void
  onBack: () => void
}

/** The fourth step is done: what was written, and the way to take all of it back. */
export const Committed = ({ shown, onShown, onBack }: Props) => (
  <>
    <Head shown={shown} step={4} heading={words.committed.heading} />
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

/** Asks first, and says what it would take away; also why the last time nothing was. */
function Undo({ shown, onShown }: Omit<Props, 'onBack'>) {
  const [asks, setAsks] = useState(false)
  const { trouble, take } = useImportStep(onShown)
  const { importId, counts, dependents } = shown
  const inTheWay = importUndo.dependedOn(dependents)
  if (!asks)
    return (
      <>
        {inTheWay.length > 0 && <Notice tone="stop" icon="warn" lines={inTheWay} announced />}
        <Link text={importUndo.undo} onTap={() => setAsks(true)} />
      </>
    )
  return (
    <>
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={trouble} announced />
      ) : (
        <Notice
          tone="warn"
          icon="warn"
          lines={[importUndo.ask(words.rows(counts.added), words.rows(counts.changed))]}
          announced
        />
      )}
      <Box className="actions">
        <Button text={importUndo.sure} onTap={() => take(UndoImport, { importId })} />
        <SecondButton text={importUndo.not} onTap={() => setAsks(false)} />
      </Box>
    </>
  )
}
