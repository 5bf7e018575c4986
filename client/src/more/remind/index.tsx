import { useRouter } from '@tarojs/taro'
import { Box } from '../../components/Element'
import { goHome } from '../../navigation'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { remind as words } from '../../texts/remind'
import { RemindersOf } from './RemindersOf'

/** 提醒我: what the people of one payment can be reminded of, each with one tap. */
export default function RemindPage() {
  const { people, year } = useRouter().params
  const coverageYear = Number(year)
  if (!people || !Number.isInteger(coverageYear)) {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={undefined} onAgain={goHome} />
      </ResidentPage>
    )
  }
  return (
    <ResidentPage title={words.title}>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted under">
        {words.intro}
      </Box>
      {people.split(',').map((residentId) => (
        <RemindersOf key={residentId} residentId={residentId} coverageYear={coverageYear} />
      ))}
    </ResidentPage>
  )
}
