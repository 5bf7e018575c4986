import { useState } from 'react'
import { DisputeEnrollment } from '../../../../shared/contracts/disputeEnrollment'
import type { ReplyOf, RequestOf } from '../../../../shared/contracts/contract'
import { call } from '../../api/call'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { useKeptChoice } from '../../device/useKeptChoice'
import { dispute as words } from '../../texts/dispute'
import { fullMoment } from '../../texts/figures'
import { outages } from '../../texts/outages'
import { refusalSentence } from '../Unanswered'

type Says = RequestOf<typeof DisputeEnrollment>['says']

interface Props {
  who: { residentId: string; coverageYear: number }
  /** What was said before, where something was. */
  standing?: ReplyOf<typeof DisputeEnrollment>['dispute']
  onSaid: () => void
}

const choices = (Object.keys(words.says) as Says[]).map((value) => ({ value, ...words.says[value] }))

/** 提出异议: a record stops somebody, and they say that it is wrong; or since when the office is looking into it. */
export const Dispute = ({ standing, ...rest }: Props) => (
  <Box as="section" className="block">
    {standing ? <Standing {...standing} /> : <Ask {...rest} />}
  </Box>
)

/** Since when the office is looking into it; once it has answered, what. */
const Standing = ({ since, office, answer }: NonNullable<Props['standing']>) =>
  answer === null ? (
    <Notice tone="warn" icon="clock" lines={[words.open(fullMoment(since)), words.office(office.name)]} />
  ) : (
    <Notice tone="ok" icon="tick" lines={[words.answered(office.name), answer]} />
  )

function Ask({ who, onSaid }: Omit<Props, 'standing'>) {
  const {
    chosen: says,
    choose,
    drop,
  } = useKeptChoice(
    `dispute:${who.residentId}:${who.coverageYear}`,
    choices.map(({ value }) => value),
  )
  const [trouble, setTrouble] = useState<string>()
  const send = async () => {
    if (!says) return setTrouble(words.chooseFirst)
    const answer = await call(DisputeEnrollment, { ...who, says })
    if (answer.kind === 'done') {
      drop()
      return onSaid()
    }
    setTrouble(answer.kind === 'unreached' ? outages.unreached[answer.why] : sentence(answer.refusal))
  }
  return (
    <Box className="stack">
      <Box as="h2" className="h2">
        {words.heading}
      </Box>
      <RadioCards
        label={words.label}
        choices={choices}
        chosen={says}
        onChoose={(value) => {
          choose(value)
          setTrouble(undefined)
        }}
      />
      {trouble !== undefined && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <SecondButton text={words.send} onTap={() => void send()} />
    </Box>
  )
}

const sentence = (refusal: string): string =>
  refusal === 'nothingToDispute' ? words.nothing : refusalSentence(refusal)
