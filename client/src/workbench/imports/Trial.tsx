import { useState } from 'react'
import { CommitImport } from '../../../../shared/contracts/commitImport'
import { rosterLists, type ImportShown, type RosterLists } from '../../../../shared/contracts/imports'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { imports as words } from '../../texts/imports'
import { count } from '../../texts/workbench'
import { Question } from '../Question'
import { Figures, totalOf } from './Figures'
import { Head } from './Head'
import { Rejected } from './Rejected'
import { useImportStep } from './useImportStep'

const { tried } = words

interface Props {
  shown: ImportShown
  onShown: (shown: ImportShown) => void
  onOther: () => void
}

/** The third step: what the file would do, before it does it. */
export function Trial({ shown, onShown, onOther }: Props) {
  const { importId, kind, mapping, counts, statedTotal, countedTotal, asksWhom, last } = shown
  const [lists, setLists] = useState<RosterLists>()
  const [reason, setReason] = useState('')
  const { trouble, take, say, anew } = useImportStep(onShown)
  const differs = statedTotal !== null && statedTotal !== countedTotal
  const written = counts.added + counts.changed
  // A whole roster that changes nobody still tells who is not on it any more.
  const isNoted = written === 0 && asksWhom && counts.same > 0
  const mayCommit = written > 0 || isNoted

  const commit = () => {
    if (differs && reason.trim().length < 2) return say([tried.reasonFirst])
    if (asksWhom && !lists) return say([tried.listsFirst])
    take(CommitImport, {
      importId,
      seen: mapping,
      ...(differs ? { reason } : {}),
      ...(lists ? { lists } : {}),
    })
  }
  return (
    <>
      <Head shown={shown} step={3} heading={tried.heading} />
      <Figures shown={shown} />
      {differs && (
        <Box className="block block--near">
          <Notice
            tone="warn"
            icon="warn"
            lines={[tried.warn(words.kinds[kind].sender, totalOf(shown, statedTotal))]}
          />
        </Box>
      )}
      {counts.rejected > 0 && <Rejected shown={shown} />}
      <Box className="block stack stack--wide">
        {mayCommit && differs && (
          <Box className="desk__narrow">
            <Field
              id="reason"
              label={tried.reason}
              hint={tried.reasonHint}
              error={trouble?.[0] === tried.reasonFirst ? tried.reasonFirst : undefined}
              initial=""
              maxLength={200}
              onType={anew(setReason)}
            />
          </Box>
        )}
        {mayCommit && asksWhom && last && last.missing > 0 && (
          <Notice tone="warn" icon="warn" lines={[tried.fewer(last)]} />
        )}
        {mayCommit && asksWhom && (
          <Box className="desk__narrow">
            <Question
              label={tried.listsLabel}
              choices={rosterLists.options.map((value) => ({ value, ...tried.lists[value] }))}
              chosen={lists}
              onChoose={anew(setLists)}
            />
          </Box>
        )}
        {trouble && trouble[0] !== tried.reasonFirst && (
          <Notice tone="stop" icon="warn" lines={trouble} announced />
        )}
        {written === 0 && <Notice icon="info" lines={[isNoted ? tried.nothingNew : tried.nothing]} />}
        <Box className="actions">
          {mayCommit && (
            <Button text={isNoted ? tried.note : commitText(written, counts.rejected)} onTap={commit} />
          )}
          <SecondButton text={words.other} onTap={onOther} />
          {mayCommit && (
            <Box as="p" className="muted">
              {tried.undoable}
            </Box>
          )}
        </Box>
      </Box>
    </>
  )
}

const commitText = (written: number, rejected: number): string =>
  tried.commit(count(written), rejected > 0 ? tried.skips(count(rejected)) : '')
