import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ListDays } from '../../../../shared/contracts/listDays'
import { ListRefunds } from '../../../../shared/contracts/listRefunds'
import { progressReaders } from '../../../../shared/contracts/progress'
import { desksOf, type RefundDesk } from '../../../../shared/contracts/staff'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { go } from '../../navigation'
import { moment, shortDay } from '../../texts/figures'
import { today as words, workbench } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Tasks } from '../Tasks'
import { Gap } from './Gap'
import { tasksOf } from './tasksOf'

/** 今日: what waits for whoever is at the desk, the most pressing first. */
export default function TodayPage() {
  return <DeskPage tab="today">{(me) => <Today me={me} />}</DeskPage>
}

const Today = ({ me }: { me: Me }) => {
  const desks = desksOf[me.role]
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading(me.town ?? workbench.roles[me.role])}
      </Box>
      <Box as="p" className="muted">
        {asOf(me)}
      </Box>
      <Box className="cols block block--near">
        <Box className="col">
          {desks ? (
            <OfMoney me={me} desks={me.role === 'auditor' ? desks.slice(0, 1) : desks} />
          ) : (
            <Nothing />
          )}
        </Box>
        {progressReaders.includes(me.role) && (
          <Box className="col">
            <Gap me={me} />
          </Box>
        )}
      </Box>
    </>
  )
}

const Nothing = () => <Empty title={words.nothing} text={words.nothingText} />

/** What the roles that see the money have to do. */
function OfMoney({ me, desks }: { me: Me; desks: readonly RefundDesk[] }) {
  const first = useCall(ListRefunds, desks[0] ? { desk: desks[0] } : undefined)
  const second = useCall(ListRefunds, desks[1] ? { desk: desks[1] } : undefined)
  const ofDays = useCall(ListDays, {})
  const waiting = [first.asked, ...(desks[1] ? [second.asked] : []), ofDays.asked].find(
    ({ kind }) => kind !== 'done',
  )
  if (waiting) {
    const again = () => [first, second, ofDays].forEach((each) => each.again())
    return <Unanswered asked={waiting} onAgain={again} />
  }
  const replies = [first.asked, second.asked].flatMap((asked) => (asked.kind === 'done' ? [asked.reply] : []))
  const days = ofDays.asked.kind === 'done' ? ofDays.asked.reply.days : []
  const tasks = tasksOf(me.today, pair(desks, replies), days)
  return tasks.length === 0 ? <Nothing /> : <Tasks tasks={tasks} onGo={(task) => goTo(task.to)} />
}

const pair = (desks: readonly RefundDesk[], replies: readonly ReplyOf<typeof ListRefunds>[]) =>
  desks.flatMap((desk, index) => {
    const reply = replies[index]
    return reply ? [{ desk, ...reply }] : []
  })

function goTo(to: ReturnType<typeof tasksOf>[number]['to']): void {
  if (to.page === 'refundDesk') go('refundDesk', { desk: to.desk })
  else go('day', { date: to.date })
}

function asOf({ today }: Me): string {
  const { time } = moment(new Date().toISOString())
  const weekday = workbench.weekdays[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? ''
  return words.asOf(shortDay(today), weekday, time)
}
