import type { ReactNode } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { MyData } from '../../../../shared/contracts/myData'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { privacy as words } from '../../texts/privacy'
import { who } from '../../texts/who'
import { complaintLine, consentLine, orderLine, paperLine, reminderLine } from './plainText'

export type Deleting =
  { kind: 'no' } | { kind: 'sure'; trouble?: string } | { kind: 'busy' } | { kind: 'done' }

interface Props {
  data: ReplyOf<typeof MyData>
  deleting: Deleting
  taken: boolean
  onTake: () => void
  onAsk: () => void
  onKeep: () => void
  onDelete: () => void
  onHome: () => void
}

/** What is stored, in plain words; then taking it along, and deleting it. */
export const PrivacyView = (props: Props) => {
  const { data, deleting, taken, onTake } = props
  if (deleting.kind === 'sure' || deleting.kind === 'busy') return <Sure {...props} />
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted under">
        {words.intro}
      </Box>
      {deleting.kind === 'done' && (
        <Box className="after">
          <Notice tone="ok" icon="tick" lines={[words.done]} announced />
        </Box>
      )}
      <Stored data={data} />
      <Box as="section" className="block">
        <Box as="h2" className="h2 block__h">
          {words.takeHeading}
        </Box>
        <SecondButton icon="copy" text={words.take} onTap={onTake} />
        <Box as="p" live="polite" className="under">
          {taken ? words.taken : ''}
        </Box>
      </Box>
      <Box as="section" className="block stack">
        <Box as="h2" className="h2">
          {words.deleteHeading}
        </Box>
        <Box as="p">{words.deleteWhat}</Box>
        <Box as="p" className="muted">
          {words.deleteKept}
        </Box>
        {deleting.kind === 'done' ? (
          <SecondButton text={words.home} onTap={props.onHome} />
        ) : (
          <SecondButton text={words.ask} onTap={props.onAsk} />
        )}
      </Box>
    </>
  )
}

const Stored = ({
  data: { people, consents, orders, reminders, papers, complaints },
}: {
  data: Props['data']
}) => (
  <>
    <Part heading={words.people} empty={people.length === 0 ? words.nobody : undefined}>
      <SummaryList>
        {people.map(({ name, maskedId, relation }, index) => (
          <SummaryRow key={index} label={who.relations[relation].text} value={`${name}　${maskedId}`} />
        ))}
      </SummaryList>
    </Part>
    <Part heading={words.consents} empty={consents.length === 0 ? words.nobody : undefined}>
      <Lines lines={consents.map(consentLine)} />
    </Part>
    <Part heading={words.orders} empty={orders.length === 0 ? words.noOrders : undefined}>
      <Lines lines={orders.map(orderLine)} />
    </Part>
    {reminders.length > 0 && (
      <Part heading={words.reminders}>
        <Lines lines={reminders.map(reminderLine)} />
      </Part>
    )}
    {papers.length > 0 && (
      <Part heading={words.papers}>
        <Lines lines={papers.map(paperLine)} />
      </Part>
    )}
    {complaints.length > 0 && (
      <Part heading={words.complaints}>
        <Lines lines={complaints.map(complaintLine)} />
      </Part>
    )}
    <Part heading={words.phone}>
      <Box as="p">{words.phoneText}</Box>
    </Part>
  </>
)

const Part = ({ heading, empty, children }: { heading: string; empty?: string; children: ReactNode }) => (
  <Box as="section" className="block block--near">
    <Box as="h2" className="h2 block__h">
      {heading}
    </Box>
    {empty === undefined ? children : <Box as="p">{empty}</Box>}
  </Box>
)

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <Box className="stack stack--close">
    {lines.map((line, index) => (
      <Box as="p" key={index}>
        {line}
      </Box>
    ))}
  </Box>
)

/** The consequence before the tap, on a page of its own. */
const Sure = ({ deleting, onDelete, onKeep }: Props) => (
  <Box className="stack stack--wide">
    <Box as="h1" className="h1">
      {words.sure}
    </Box>
    <Box as="p">{words.deleteWhat}</Box>
    <Notice tone="warn" icon="warn" lines={[words.sureText, words.deleteKept]} />
    {deleting.kind === 'sure' && deleting.trouble && (
      <Box as="p" role="alert" className="strong">
        {deleting.trouble}
      </Box>
    )}
    <Button text={deleting.kind === 'busy' ? words.busy : words.confirm} onTap={onDelete} />
    <SecondButton text={words.keep} onTap={onKeep} />
  </Box>
)
