import { useRouter } from '@tarojs/taro'
import { ListRefunds } from '../../../../shared/contracts/listRefunds'
import {
  desksOf,
  refundDesk as desks,
  type RefundDesk,
  type RefundOnDesk,
} from '../../../../shared/contracts/staff'
import { Box, Words } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { refundDesk as words } from '../../texts/deskMoney'
import { shortMoment, sumInline } from '../../texts/figures'
import { DeskPage } from '../DeskPage'
import type { Me } from '../DeskFrame'
import { Queue } from '../Queue'
import { QueueAndOpen } from '../QueueAndOpen'
import { namesOf } from './namesOf'
import { RefundOpen } from './RefundOpen'
import { Tabs } from '../Tabs'
import { useList } from '../useList'
import { useOneByOne, type OneByOne } from '../useOneByOne'

/** 退费: what waits at a desk, one after another. */
export default function RefundDeskPage() {
  const { desk } = useRouter().params
  const asked = desks.options.find((each) => each === desk) ?? 'tax'
  return <AtDesk key={asked} desk={asked} />
}

function AtDesk({ desk }: { desk: RefundDesk }) {
  const { asked, again, more } = useList(ListRefunds, { desk }, (reply) => reply.refunds)
  const oneByOne = useOneByOne(again)
  return (
    <DeskPage tab="refunds" notices={asked.kind === 'done' ? asked.reply.notices : []}>
      {(me) => (
        <>
          <Box as="h1" className="h1">
            {words.heading(desk)}
          </Box>
          <Box as="p" className="muted">
            {words.explain}
          </Box>
          <Tabs
            tabs={(desksOf[me.role] ?? []).map((each) => ({ key: each, text: words.steps[each] }))}
            on={desk}
            onTab={(each) => replace('refundDesk', { desk: each })}
          />
          {asked.kind !== 'done' ? (
            <Unanswered asked={asked} onAgain={again} />
          ) : (
            <Waiting me={me} desk={desk} refunds={asked.reply.refunds} queue={oneByOne} more={more} />
          )}
        </>
      )}
    </DeskPage>
  )
}

interface WaitingProps {
  me: Me
  desk: RefundDesk
  refunds: readonly RefundOnDesk[]
  queue: OneByOne
  more: (() => void) | undefined
}

const Waiting = ({ me, desk, refunds, queue, more }: WaitingProps) => (
  <QueueAndOpen
    items={refunds}
    idOf={({ refundNumber }) => refundNumber}
    queue={queue}
    moved={words.moved}
    nothing={<Empty title={words.nothing} text={words.nothingText} />}
    list={({ refundNumber }) => (
      <Queue
        label={words.list}
        lines={refunds.map(lineOf)}
        open={refundNumber}
        onChoose={queue.choose}
        more={more && { text: words.more, onTap: more }}
      />
    )}
    open={(refund) => (
      <RefundOpen
        key={refund.refundNumber}
        me={me}
        desk={desk}
        refund={refund}
        onDone={() => queue.done(refund.refundNumber)}
      />
    )}
  />
)

const lineOf = (refund: RefundOnDesk) => ({
  id: refund.refundNumber,
  name: namesOf(refund),
  under: shortMoment(refund.requestedAt),
  right: <Words className="nowrap">{sumInline(refund.fen)}</Words>,
})
