import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  CloseTownDay,
  ConfirmTownDay,
  depositDifference,
  type DepositDifference,
  type TownDayAccount,
} from '../../../../shared/contracts/townDay'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { townDay as words } from '../../texts/townDay'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  account: ReplyOf<typeof TownDayAccount>
  onMoved: () => void
  /** Somebody entered or decided meanwhile: the day is to be read again. */
  onRefused: () => void
}

/** The step that is next: one closes, another confirms or sends back. */
export const Closing = (props: Props) => {
  const { may, line } = props.account
  if (may.close) return <Close {...props} />
  if (may.confirm) return <Confirm {...props} />
  return line.state === 'closed' ? (
    <Box className="block block--near">
      <Notice icon="info" lines={[words.waitsForSecond]} />
    </Box>
  ) : null
}

function Close({ account: { line }, onMoved, onRefused }: Props) {
  const [difference, setDifference] = useState<DepositDifference>()
  const { trouble, busy, take, say, anew } = useStep()
  const { date, payments, fen, heldFen, reversedFen, reversedHeldFen, depositedFen } = line
  const differs = heldFen - reversedHeldFen !== depositedFen
  const close = () => {
    if (differs && difference === undefined) return say(words.differenceFirst)
    const request = {
      date,
      seen: { payments, fen, reversedFen, depositedFen },
      difference: difference ?? null,
    }
    take(CloseTownDay, request, words.closeRefusals, onMoved, onRefused)
  }
  return (
    <Box className="block block--near stack stack--wide">
      {differs && (
        <Question
          label={words.whyDifferent}
          choices={depositDifference.options.map((value) => ({ value, ...words.differences[value] }))}
          chosen={difference}
          onChoose={anew(setDifference)}
        />
      )}
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      ) : (
        <Notice icon="info" lines={[words.closeExplain]} />
      )}
      <Button text={busy ? words.busy : words.close} onTap={close} />
    </Box>
  )
}

function Confirm({ account: { town, line }, onMoved, onRefused }: Props) {
  const { trouble, busy, take } = useStep()
  const decide = (decision: 'confirmed' | 'sentBack') =>
    take(ConfirmTownDay, { town, date: line.date, decision }, words.confirmRefusals, onMoved, onRefused)
  return (
    <Box className="block block--near stack stack--wide">
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Button text={busy ? words.busy : words.confirm} onTap={() => decide('confirmed')} />
      <SecondButton text={words.sendBack} onTap={() => decide('sentBack')} />
    </Box>
  )
}
