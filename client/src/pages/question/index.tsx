import { useRouter } from '@tarojs/taro'
import { usePlaces } from '../../api/places'
import { useTable } from '../../api/table'
import { question as words } from '../../texts/question'
import { ResidentPage } from '../ResidentPage'
import { Unanswered } from '../Unanswered'
import { Questions } from './Questions'

/** 算一算: without saying who one is. The table comes here; the answers stay here. */
export default function QuestionPage() {
  const { params } = useRouter()
  const year = Number(params.year)
  const isAddressed = params.region !== undefined && Number.isInteger(year)
  const places = usePlaces()
  const table = useTable(params.region, isAddressed ? year : undefined)
  if (isAddressed && places.asked.kind === 'done' && table.asked.kind === 'table') {
    return <Questions table={table.asked.table} today={places.asked.reply.today} />
  }
  const asked = table.asked.kind === 'table' ? places.asked : table.asked
  return (
    <ResidentPage title={words.title}>
      <Unanswered
        asked={isAddressed ? asked : undefined}
        onAgain={() => {
          places.again()
          table.again()
        }}
      />
    </ResidentPage>
  )
}
