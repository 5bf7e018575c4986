import './tasks.scss'
import type { ComponentProps } from 'react'
import { Button, SecondButton } from '../components/Button'
import { Box, Words } from '../components/Element'
import type { Task } from './today/tasksOf'

/** What has to be done, a line each: how many, what, and the way to it. The first is what to begin with. */
export const Tasks = ({ tasks, onGo }: { tasks: readonly Task[]; onGo: (task: Task) => void }) => (
  <Box as="ol" className="tasks">
    {tasks.map((task, index) => (
      <Box as="li" key={task.key} className="task">
        <Words className="task__n">{task.figure}</Words>
        <Box className="task__rest">
          <Box className="task__b">
            <Box as="p" className="strong">
              {task.title}
            </Box>
            <Box as="p" className="small muted">
              {task.text}
            </Box>
          </Box>
          <Box className="task__go">
            <Go
              isFirst={index === 0}
              text={task.action}
              label={`${task.action}，${task.title}`}
              onTap={() => onGo(task)}
            />
          </Box>
        </Box>
      </Box>
    ))}
  </Box>
)

type GoProps = ComponentProps<typeof Button> & { isFirst: boolean }

const Go = ({ isFirst, ...way }: GoProps) => (isFirst ? <Button {...way} /> : <SecondButton {...way} />)
