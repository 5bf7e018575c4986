import { AskOffice } from '../../components/AskOffice'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Picture } from '../../components/Picture'
import type { Choice } from '../../components/Pick'
import { RadioCards } from '../../components/RadioCards'
import type { FileSource } from '../../device/chosenFile'
import type { Office } from '../../texts/offices'
import { fileSize } from '../../texts/figures'
import { sentProofs as words } from '../../texts/sentProofs'
import type { SendingShown } from './useSending'

interface Props {
  papers: readonly Choice[]
  paper: string | undefined
  /** The paper a better one is sent of. */
  repeated?: string
  /** One has just arrived. */
  arrived: boolean
  sending: SendingShown
  office: Office | undefined
  onPaper: (code: string) => void
  onChoose: (source: FileSource) => void
  onCall: () => void
}

/** Which paper, from where, a look at it, and off. Where the notice names none, that is said, and whom to ask. */
export const SendView = (props: Props) => (
  <Box as="section" className="block">
    {props.papers.length === 0 ? <Unstated {...props} /> : <Send {...props} />}
  </Box>
)

const Unstated = ({ office, onCall }: Props) => (
  <Box className="stack stack--close">
    <Notice tone="warn" icon="warn" lines={[words.unstated, words.unstatedAsk]} />
    {office && <AskOffice solid office={office} onCall={onCall} />}
  </Box>
)

const Send = (props: Props) => (
  <>
    <Box as="h2" className="h2 block__h">
      {headingOf(props)}
    </Box>
    {!props.repeated && !props.sending.file && (
      <RadioCards label={words.which} choices={props.papers} chosen={props.paper} onChoose={props.onPaper} />
    )}
    <Box className="block block--near stack">
      <Said {...props} />
      {props.sending.file ? <Ready {...props.sending} /> : <Sources onChoose={props.onChoose} />}
    </Box>
  </>
)

const headingOf = ({ papers, paper, repeated, sending }: Props): string => {
  if (repeated) return words.insteadOf(repeated)
  const chosen = papers.find(({ value }) => value === paper)
  return sending.file && chosen ? words.giving(chosen.text) : words.which
}

const Said = ({ sending: { trouble, progress }, arrived }: Props) => {
  if (trouble) return <Notice tone="stop" icon="warn" lines={trouble} announced />
  if (progress)
    return <Notice icon="clock" lines={[words.sending(progress.part, progress.parts)]} announced />
  if (arrived) return <Notice tone="ok" icon="tick" lines={[words.arrived]} announced />
  return <Notice icon="lock" lines={[words.private, words.without]} />
}

const Sources = ({ onChoose }: Pick<Props, 'onChoose'>) => (
  <>
    <Button text={words.camera} onTap={() => onChoose('camera')} />
    <SecondButton text={words.album} onTap={() => onChoose('album')} />
    <Link text={words.pdf} onTap={() => onChoose('pdf')} />
  </>
)

const Ready = ({ file, cutOff, progress, send, drop }: SendingShown) => (
  <>
    {file?.picture ? (
      <Picture address={file.picture} label={words.picture} />
    ) : (
      <Box as="p">{words.pdfChosen(fileSize(file?.bytes ?? 0))}</Box>
    )}
    {!progress && <Button text={cutOff ? words.goOn : words.send} onTap={send} />}
    {!progress && <SecondButton text={words.other} onTap={drop} />}
  </>
)
