import '../progress/progress.scss'
import { progressReaders } from '../../../../shared/contracts/progress'
import { useReturn } from '../../api/useReturn'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { moment, shortDay } from '../../texts/figures'
import { today as words, workbench } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Tasks } from '../Tasks'
import { Gap } from './Gap'
import { Newborns } from './Newborns'
import { tasksOf } from './tasksOf'
import { useWaiting } from './useWaiting'

/** 今日: what waits for whoever is at the desk, the most pressing first. */
export default function TodayPage() {
  return <DeskPage tab="today">{(me) => <Today me={me} />}</DeskPage>
}

const Today = ({ me }: { me: Me }) => (
  <>
    <Box as="h1" className="h1">
      {words.heading(me.town ?? workbench.roles[me.role])}
    </Box>
    <Box as="p" className="muted">
      {asOf(me)}
    </Box>
    <Box className="cols block block--near">
      <Box className="col col--main">
        <WhatWaits me={me} />
        {(me.role === 'clerk' || me.role === 'bureau') && <Newborns me={me} />}
      </Box>
      {progressReaders.includes(me.role) && (
        <Box className="col">
          <Gap me={me} />
        </Box>
      )}
    </Box>
  </>
)

/** Whoever comes back from doing something is shown what is left. */
function WhatWaits({ me }: { me: Me }) {
  const { waiting, unanswered, again } = useWaiting(me)
  useReturn(again)
  if (unanswered) return <Unanswered asked={unanswered} onAgain={again} />
  const tasks = tasksOf(me.today, waiting)
  return tasks.length === 0 ? (
    <Box className="tasks">
      <Empty title={words.nothing} text={words.nothingText} />
    </Box>
  ) : (
    <Tasks tasks={tasks} onGo={(task) => task.go()} />
  )
}

function asOf({ today }: Me): string {
  const { time } = moment(new Date().toISOString())
  const weekday = workbench.weekdays[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? ''
  return words.asOf(shortDay(today), weekday, time)
}
