import type { ImportShown } from '../../../../shared/contracts/imports'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { importUndo } from '../../texts/importUndo'
import { imports as words } from '../../texts/imports'
import { count } from '../../texts/workbench'
import { Head } from './Head'
import { Progress } from './Progress'

interface Props {
  shown: ImportShown
  state: 'mapped' | 'committing' | 'checking' | 'undoing'
  trouble: readonly string[] | undefined
  onAgain: () => void
  onBack: () => void
}

const says = {
  mapped: { step: 3, ...words.trying },
  committing: { step: 4, ...words.committing },
  checking: { step: 4, ...importUndo.checking },
  undoing: { step: 4, ...importUndo.undoing },
}

/** It is being tried, committed, checked or undone: how far, in rows, as the service counts them. */
export const Working = ({ shown, state, trouble, onAgain, onBack }: Props) => (
  <>
    <Head shown={shown} step={says[state].step} heading={says[state].heading} />
    <Box className="block block--near desk__narrow stack">
      <Progress
        done={shown.doneRows}
        all={shown.rows}
        text={says[state].progress(count(shown.doneRows), count(shown.rows))}
      />
      {trouble ? (
        <>
          <Notice tone="stop" icon="warn" lines={trouble} announced />
          <Button text={words.again} onTap={onAgain} />
        </>
      ) : (
        <Box as="p" className="muted">
          {words.trying.away}
        </Box>
      )}
      <SecondButton text={words.back} onTap={onBack} />
    </Box>
  </>
)
