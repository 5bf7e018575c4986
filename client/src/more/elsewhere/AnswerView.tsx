import { AnswerBlock } from '../../components/AnswerBlock'
import { AskOffice } from '../../components/AskOffice'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Row } from '../../components/Row'
import { Fact, SummaryList } from '../../components/SummaryList'
import { common } from '../../texts/common'
import { elsewhere as words } from '../../texts/elsewhere'
import { notices } from '../../texts/notices'
import type { Office } from '../../texts/offices'
import type { AnswerShown } from './answerOf'
import { ProofsView } from './ProofsView'

interface Props {
  shown: AnswerShown
  onCall: (office: Office | undefined) => void
  onAgain: () => void
  onSend: () => void
}

/** Below the hero: what the notice says, the proofs, where to bring them, money paid twice, and whom to ask. */
export const AnswerView = ({ shown, onCall, onAgain, onSend }: Props) => (
  <>
    {shown.askFirst && <Offices offices={shown.offices} solid onCall={onCall} />}
    {shown.says && (
      <Box className={shown.askFirst ? 'block' : undefined}>
        <AnswerBlock source={shown.says.source}>{shown.says.text}</AnswerBlock>
      </Box>
    )}
    {shown.proofs.length > 0 && (
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {shown.proofsHeading}
        </Box>
        {shown.proofs.map((proofs) => (
          <ProofsView key={proofs.source.sureness} proofs={proofs} />
        ))}
        {shown.proofs.some(({ all, oneOf }) => all.length + oneOf.length > 0) && (
          <Box className="under">
            <Row first icon="paper" text={words.sendProof} hint={words.sendProofHint} onTap={onSend} />
          </Box>
        )}
      </Box>
    )}
    {shown.place && (
      <Box as="section" className="block">
        <SummaryList>
          <Fact fact={shown.place} />
        </SummaryList>
      </Box>
    )}
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {shown.refundHeading}
      </Box>
      {shown.refund.map((said) => (
        <AnswerBlock key={said.key} source={said.source}>
          {said.lines.map((line) => (
            <Box key={line}>{line}</Box>
          ))}
        </AnswerBlock>
      ))}
    </Box>
    {!shown.askFirst && (
      <Box className="block">
        <Offices offices={shown.offices} onCall={onCall} />
      </Box>
    )}
    <Box className="block stack stack--close">
      <SecondButton text={words.again} onTap={onAgain} />
      <Box as="p" className="small muted">
        {words.assumed}
      </Box>
    </Box>
    {shown.notices.map((notice) => (
      <Box as="p" key={notice.id} className="src">
        {common.basis}
        {notices.named(notice)}
      </Box>
    ))}
  </>
)

interface OfficesProps {
  offices: readonly Office[]
  /** The first call is the one thing to do on this page. */
  solid?: boolean
  onCall: Props['onCall']
}

const Offices = ({ offices: [first, ...others], solid, onCall }: OfficesProps) => (
  <Box as="section" className="stack stack--close">
    <Box as="h2" className="h2">
      {words.whom}
    </Box>
    {first && <AskOffice solid={solid} office={first} onCall={() => onCall(first)} />}
    {others.length > 0 && (
      <Box as="p" className="small muted">
        {words.then(others.map(({ name }) => name))}
      </Box>
    )}
  </Box>
)
