import { useRouter } from '@tarojs/taro'
import { currentYear, usePlaces } from '../../api/places'
import { useTable } from '../../api/table'
import { chosenOf } from '../../device/keptPlace'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { complaint as words } from '../../texts/complaint'
import { Complaint } from './Complaint'

/** 意见投诉, from whichever page somebody comes: what that page knows comes along. */
export default function ComplaintPage() {
  const { params } = useRouter()
  const places = usePlaces()
  const known = places.asked.kind === 'done' ? places.asked.reply.places : undefined
  const here = known && chosenOf(known)
  const year = Number(params.year ?? (here && currentYear(here)))
  const region = params.region ?? here?.region
  const table = useTable(region, Number.isInteger(year) ? year : undefined)
  if (!known || table.asked.kind !== 'table') {
    const asked = table.asked.kind === 'table' ? places.asked : table.asked
    return (
      <ResidentPage title={words.title} isComplaint>
        <Unanswered
          asked={known ? asked : places.asked}
          onAgain={() => {
            places.again()
            table.again()
          }}
        />
      </ResidentPage>
    )
  }
  return <Complaint table={table.asked.table} page={params.from ?? 'complaint'} orderNumber={params.order} />
}
