import { complaintLengths, complaintTopic, type ComplaintTopic } from '../../../../shared/contracts/complaint'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { TextField } from '../../components/TextField'
import { complaint as words } from '../../texts/complaint'

interface Props {
  topic: ComplaintTopic | undefined
  /** As it was kept. */
  text: string
  /** Which office hears it, once the topic is chosen. */
  goes?: string
  facts: readonly { label: string; value: string }[]
  trouble?: string
  sent: boolean
  busy: boolean
  onTopic: (topic: ComplaintTopic) => void
  onType: (text: string) => void
  onSend: () => void
}

/** What about, the words, where they go and what goes with them, and one button. */
export const ComplaintView = (props: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading}
    </Box>
    <Box className="block block--near">
      <RadioCards
        label={words.topicLabel}
        choices={complaintTopic.options.map((value) => ({ value, ...words.topics[value] }))}
        chosen={props.topic}
        onChoose={props.onTopic}
      />
    </Box>
    <Box className="block block--near">
      <TextField
        id="complaint-text"
        label={words.textLabel}
        hint={words.textHint(complaintLengths.text)}
        initial={props.text}
        maxLength={complaintLengths.text}
        onType={props.onType}
      />
    </Box>
    <Box className="block block--near stack">
      <Said {...props} />
      <Button text={props.busy ? words.busy : words.send} onTap={props.onSend} />
    </Box>
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.facts}
      </Box>
      <SummaryList>
        {props.facts.map((fact) => (
          <SummaryRow key={fact.label} {...fact} />
        ))}
      </SummaryList>
      <Box as="p" className="small muted under">
        {words.factsNone}
      </Box>
    </Box>
  </>
)

const Said = ({ trouble, sent, goes }: Props) => {
  if (trouble) return <Notice tone="stop" icon="warn" lines={[trouble]} announced />
  if (sent) return <Notice tone="ok" icon="tick" lines={[words.sent]} announced />
  return goes ? <Notice icon="info" lines={[goes]} /> : null
}
