import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ListRefunds } from '../../../../shared/contracts/listRefunds'
import {
  desksOf,
  refundDesk as desks,
  type RefundDesk,
  type RefundOnDesk,
} from '../../../../shared/contracts/staff'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { replace } from '../../navigation'
import { refundDesk as words } from '../../texts/deskMoney'
import { DeskPage } from '../DeskPage'
import type { Me } from '../DeskFrame'
import { QueueAndOpen } from '../QueueAndOpen'
import { Queue } from './Queue'
import { RefundOpen } from './RefundOpen'
import { Tabs } from '../Tabs'
import { useOneByOne, type OneByOne } from '../useOneByOne'

/** 退费: what waits at a desk, one after another. */
export default function RefundDeskPage() {
  const { desk } = useRouter().params
  const asked = desks.options.find((each) => each === desk) ?? 'tax'
  return <AtDesk key={asked} desk={asked} />
}

function AtDesk({ desk }: { desk: RefundDesk }) {
  const [cursor, setCursor] = useState<string>()
  const { asked, again } = useCall(ListRefunds, cursor === undefined ? { desk } : { desk, cursor })
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
            <Waiting me={me} desk={desk} {...asked.reply} queue={oneByOne} onMore={setCursor} />
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
  cursor?: string
  queue: OneByOne
  onMore: (cursor: string) => void
}

const Waiting = ({ me, desk, refunds, cursor, queue, onMore }: WaitingProps) => (
  <QueueAndOpen
    items={refunds}
    idOf={({ refundNumber }) => refundNumber}
    queue={queue}
    moved={words.moved}
    nothing={<Empty title={words.nothing} text={words.nothingText} />}
    list={({ refundNumber }) => (
      <Queue
        refunds={refunds}
        open={refundNumber}
        onChoose={queue.choose}
        onMore={cursor === undefined ? undefined : () => onMore(cursor)}
      />
    )}
    open={(refund) => (
      <RefundOpen key={refund.refundNumber} me={me} desk={desk} refund={refund} onDone={queue.done} />
    )}
  />
)
