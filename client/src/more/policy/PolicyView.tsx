import { AskOffice } from '../../components/AskOffice'
import { Button } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { Row } from '../../components/Row'
import { Fact, SummaryList } from '../../components/SummaryList'
import { Timeline } from '../../components/Timeline'
import type { Office } from '../../texts/offices'
import { policy as words } from '../../texts/policy'
import type { PartName } from './Part'
import type { PolicyShown } from './policyOf'

interface Props {
  shown: PolicyShown
  office?: Office
  onPart: (name: PartName) => void
  onReckon: () => void
  onCall: () => void
}

const drawings: Record<PartName, Drawing> = {
  pay: 'clock',
  subsidies: 'house',
  who: 'pair',
  where: 'paper',
  students: 'book',
  newborn: 'baby',
  refund: 'info',
}

/** A year's policy at a glance: its days as a picture, what there is to read, what the notice leaves out. */
export const PolicyView = ({ shown, office, onPart, onReckon, onCall }: Props) => (
  <>
    <Box as="section">
      <Box as="h2" className="h2 block__h">
        {words.daysHeading}
      </Box>
      <Timeline shown={shown.timeline} />
    </Box>
    <Box className="block block--near">
      <Button icon="reckon" text={words.reckon} onTap={onReckon} />
    </Box>
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.contents}
      </Box>
      {shown.parts.map(({ name, title, hint }, index) => (
        <Row
          key={name}
          first={index === 0}
          icon={drawings[name]}
          text={title}
          hint={hint}
          onTap={() => onPart(name)}
        />
      ))}
    </Box>
    {shown.unsaid.length > 0 && <Unsaid shown={shown} office={office} onCall={onCall} />}
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.noticeHeading}
      </Box>
      <SummaryList>
        {shown.notice.map((fact) => (
          <Fact key={fact.key} fact={fact} />
        ))}
      </SummaryList>
    </Box>
  </>
)

const Unsaid = ({ shown, office, onCall }: Pick<Props, 'shown' | 'office' | 'onCall'>) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2">
      {words.unsaidHeading}
    </Box>
    <Box as="p" className="muted block__h">
      {words.unsaidTell(shown.office)}
    </Box>
    <SummaryList light>
      {shown.unsaid.map(({ key, label }) => (
        <Box key={key} className="unsaid">
          <Words className="unsaid__k">{label}</Words>
          <Words className="nowrap">{words.unsaid}</Words>
        </Box>
      ))}
    </SummaryList>
    {office && (
      <Box className="after">
        <AskOffice office={office} onCall={onCall} />
      </Box>
    )}
  </Box>
)
