import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  complaintDesk,
  complaintState,
  type ComplaintDesk,
  type ComplaintState,
} from '../../../../shared/contracts/complaint'
import {
  complaintDesksOf,
  ListComplaints,
  type ComplaintOnDesk,
} from '../../../../shared/contracts/staffComplaints'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { complaintDesk as words } from '../../texts/complaintDesk'
import { shortMoment } from '../../texts/figures'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Queue } from '../Queue'
import { QueueAndOpen } from '../QueueAndOpen'
import { Tabs } from '../Tabs'
import { useList } from '../useList'
import { useOneByOne } from '../useOneByOne'
import { ComplaintOpen } from './ComplaintOpen'

/** 意见投诉: what residents have to say, by desk and by how far it is. */
export default function ComplaintDeskPage() {
  const { desk } = useRouter().params
  const asked = complaintDesk.options.find((each) => each === desk) ?? 'town'
  return <AtDesk key={asked} desk={asked} />
}

function AtDesk({ desk }: { desk: ComplaintDesk }) {
  const [state, setState] = useState<ComplaintState>('received')
  return (
    <DeskPage tab="complaints">
      {(me) => (
        <>
          <Box as="h1" className="h1">
            {words.heading}
          </Box>
          <Box as="p" className="muted">
            {words.explain}
          </Box>
          <Tabs
            outer
            tabs={(complaintDesksOf[me.role] ?? []).map((key) => ({ key, text: words.desks[key] }))}
            on={desk}
            onTab={(each) => replace('complaintDesk', { desk: each })}
          />
          <Tabs
            tabs={complaintState.options.map((key) => ({ key, text: words.states[key] }))}
            on={state}
            onTab={setState}
          />
          <InState key={state} me={me} desk={desk} state={state} />
        </>
      )}
    </DeskPage>
  )
}

function InState({ me, desk, state }: { me: Me; desk: ComplaintDesk; state: ComplaintState }) {
  const { asked, again, more } = useList(ListComplaints, { desk, state }, (reply) => reply.complaints)
  const oneByOne = useOneByOne(again)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { complaints } = asked.reply
  return (
    <QueueAndOpen
      items={complaints}
      idOf={({ complaintId }) => complaintId}
      queue={oneByOne}
      moved={words.moved}
      nothing={<Empty title={words.nothing} text={words.nothingText} />}
      list={({ complaintId }) => (
        <Queue
          label={words.list}
          lines={complaints.map(lineOf)}
          open={complaintId}
          onChoose={oneByOne.choose}
          more={more && { text: words.more, onTap: more }}
        />
      )}
      open={(complaint) => (
        <ComplaintOpen
          key={complaint.complaintId}
          me={me}
          complaint={complaint}
          onDone={() => oneByOne.done(complaint.complaintId)}
        />
      )}
    />
  )
}

const lineOf = ({ complaintId, kind, person, sentAt }: ComplaintOnDesk) => ({
  id: complaintId,
  name: words.kinds[kind],
  under: `${person ? `${person.name}　` : ''}${shortMoment(sentAt)}`,
})
