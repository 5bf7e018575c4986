import type { ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { PaperSheet } from '../../components/PaperSheet'
import { Picture } from '../../components/Picture'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import type { PaperShown } from '../../device/paperShown'
import { fileSize, fullMoment } from '../../texts/figures'
import { proofDesk as words } from '../../texts/proofDesk'
import { proofOf } from '../../texts/proofs'
import { go } from '../../navigation'
import { workbench } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { Decision } from './Decision'
import { usePaper } from './usePaper'

interface Props {
  me: Me
  proof: ProofOnDesk
  onDone: () => void
}

/** One paper beside what it is to prove, and what the office says to it. */
export function ProofOpen({ me, proof, onDone }: Props) {
  const { state, isSeen, open } = usePaper(proof)
  const isWaiting = proof.state === 'received' || proof.state === 'inReview'
  return (
    <Box as="section" label={words.about}>
      <Box as="h2" className="h2 block__h">
        {proofOf(proof.paper, proof.coverageYear).name}
      </Box>
      <Box className="cols">
        <Box className="col">
          {me.role === 'auditor' ? (
            <Notice icon="info" lines={[words.onlyLooks]} />
          ) : !proof.mayAct ? (
            <Notice tone="warn" icon="info" lines={[words.mayNot]} />
          ) : (
            <Paper opening={state} proof={proof} onOpen={() => void open()} />
          )}
        </Box>
        <Box className="col col--facts">
          <Facts proof={proof} />
          {isWaiting && proof.mayAct && (
            <Box className="block block--near">
              <Decision key={String(isSeen)} proof={proof} isOpened={isSeen} onDone={onDone} />
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  )
}

interface PaperProps {
  opening: ReturnType<typeof usePaper>['state']
  proof: ProofOnDesk
  onOpen: () => void
}

const Paper = ({ opening, proof, onOpen }: PaperProps) => {
  const isPicture = opening.kind === 'shown' && opening.paper.kind !== 'pdf'
  const text =
    opening.kind === 'opening'
      ? words.opening(opening.part, opening.parts)
      : opening.kind === 'shown'
        ? words.pdfAgain
        : words.open
  return (
    <Box className="stack">
      {opening.kind === 'shown' && <Shown paper={opening.paper} proof={proof} />}
      {opening.kind === 'trouble' && <Notice tone="stop" icon="warn" lines={[opening.sentence]} announced />}
      {!isPicture && <SecondButton text={text} onTap={onOpen} />}
    </Box>
  )
}

const Shown = ({ paper, proof }: { paper: PaperShown; proof: ProofOnDesk }) => {
  const label = words.picture(proofOf(proof.paper, proof.coverageYear).name, proof.name)
  return paper.kind === 'pdf' ? (
    <>
      <Notice icon="info" lines={[words.pdfOpened]} />
      <PaperSheet address={paper.address} label={label} />
    </>
  ) : (
    <Picture address={paper.address} label={label} />
  )
}

const Facts = ({ proof }: { proof: ProofOnDesk }) => {
  const { residentId, name, maskedId, paper, coverageYear, receivedAt, kind, bytes, reason, state } = proof
  const { proves, from } = proofOf(paper, coverageYear)
  return (
    <SummaryList>
      <SummaryRow
        label={words.whose}
        value={`${name}　${maskedId}`}
        change={{
          text: workbench.seePerson,
          label: workbench.seePersonOf(name, maskedId),
          onTap: () => go('person', { resident: residentId }),
        }}
      />
      {proves && <SummaryRow label={words.proves} value={proves} />}
      {from && <SummaryRow label={words.from} value={from} />}
      <SummaryRow label={words.year} value={String(coverageYear)} />
      <SummaryRow label={words.since} value={fullMoment(receivedAt)} />
      <SummaryRow label={words.size} value={`${words.kinds[kind]}　${fileSize(bytes)}`} />
      {reason && <SummaryRow label={words.states[state]} value={words.reasons[reason].text} />}
    </SummaryList>
  )
}
