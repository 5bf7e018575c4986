import { Button, SecondButton } from '../../components/Button'
import { Chips } from '../../components/ClauseChip'
import { CopyList } from '../../components/CopyList'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { Fact, SummaryList, SummaryRow } from '../../components/SummaryList'
import { handoff as words } from '../../texts/handoff'
import type { HandoffShown } from './handoffOf'

interface Props {
  shown: HandoffShown
  copied: boolean
  channel: string | undefined
  /** Said by the resident before: it waits for the tax office. */
  awaitingTax: boolean
  busy: boolean
  trouble?: string
  onCopy: () => void
  onChannel: (channel: string) => void
  onPaid: () => void
}

/** The official channels as a list to copy, what to bring, and the way back. */
export const HandoffView = (props: Props) => {
  const { shown, copied, onCopy } = props
  return (
    <>
      <Box as="h1" className="h1">
        {shown.heading}
      </Box>
      <Box as="p" className="under">
        {shown.text}
      </Box>
      <Box as="section" className="block block--near">
        {shown.channels.length > 0 ? (
          <CopyList label={words.channels} items={shown.channels} />
        ) : (
          <Box as="p">{words.channelsUnstated}</Box>
        )}
        {shown.source && <Chips source={shown.source} />}
      </Box>
      <Box className="under">
        <Button icon="copy" text={copied ? words.copied : words.copy} onTap={onCopy} />
      </Box>
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {words.before}
        </Box>
        <SummaryList>
          <SummaryRow label={words.say} value={shown.say} />
          {shown.facts.map((fact) => (
            <Fact key={fact.key} fact={fact} />
          ))}
        </SummaryList>
      </Box>
      <After {...props} />
    </>
  )
}

const After = ({ shown, channel, awaitingTax, busy, trouble, onChannel, onPaid }: Props) => (
  <Box as="section" className="block stack">
    <Box as="h2" className="h2">
      {words.after}
    </Box>
    {awaitingTax ? (
      <Notice tone="warn" icon="clock" lines={[words.recorded, words.recordedText]} announced />
    ) : (
      <>
        <Box as="p">{words.afterText}</Box>
        {shown.channelChoices.length > 0 && (
          <>
            <Box as="p" className="strong">
              {words.where}
            </Box>
            <RadioCards
              label={words.where}
              choices={shown.channelChoices}
              chosen={channel}
              onChoose={onChannel}
            />
          </>
        )}
        {trouble && <Notice tone="warn" icon="warn" lines={[trouble]} announced />}
        <SecondButton text={busy ? words.busy : words.paidThere} onTap={onPaid} />
      </>
    )}
  </Box>
)
