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
import { Opened } from '../Opened'
import { Queue } from './Queue'
import { RefundOpen } from './RefundOpen'
import { Tabs } from '../Tabs'
import { useOneByOne } from '../useOneByOne'

/** 退费: what waits at a desk, one after another. */
export default function RefundDeskPage() {
  const { desk } = useRouter().params
  const asked = desks.options.find((each) => each === desk) ?? 'tax'
  return <AtDesk key={asked} desk={asked} />
}

function AtDesk({ desk }: { desk: RefundDesk }) {
  const [cursor, setCursor] = useState<string>()
  const { asked, again } = useCall(ListRefunds, cursor === undefined ? { desk } : { desk, cursor })
  const { chosen, hasMoved, turn, choose, done } = useOneByOne(again)
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
          <Box role="status" live="polite" className="small">
            {hasMoved ? words.moved : ''}
          </Box>
          {asked.kind !== 'done' ? (
            <Unanswered asked={asked} onAgain={again} />
          ) : (
            <Waiting
              me={me}
              desk={desk}
              refunds={asked.reply.refunds}
              chosen={chosen}
              turn={turn}
              onChoose={choose}
              onMore={asked.reply.cursor === undefined ? undefined : () => setCursor(asked.reply.cursor)}
              onDone={done}
            />
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
  chosen: string | undefined
  turn: number
  onChoose: (refundNumber: string) => void
  onMore?: () => void
  onDone: () => void
}

/** Two columns on a desk: who waits, and the one that is open. */
const Waiting = ({ me, desk, refunds, chosen, turn, onChoose, onMore, onDone }: WaitingProps) => {
  const open = refunds.find(({ refundNumber }) => refundNumber === chosen) ?? refunds[0]
  if (!open) return <Empty title={words.nothing} text={words.nothingText} />
  return (
    <Box className="cols block block--near">
      <Box className="col col--list">
        <Queue refunds={refunds} open={open.refundNumber} onChoose={onChoose} onMore={onMore} />
      </Box>
      <Opened className="col" of={turn}>
        <RefundOpen key={open.refundNumber} me={me} desk={desk} refund={open} onDone={onDone} />
      </Opened>
    </Box>
  )
}
