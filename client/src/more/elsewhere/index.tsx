import { useRouter } from '@tarojs/taro'
import { currentYear, usePlaces, type Place } from '../../api/places'
import { useTable } from '../../api/table'
import { chosenOf } from '../../device/keptPlace'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { elsewhere as words } from '../../texts/elsewhere'
import { Elsewhere } from './Elsewhere'

/** 查重复参保: without saying who one is. The table comes here; the answers stay here. */
export default function ElsewherePage() {
  const { params } = useRouter()
  const places = usePlaces()
  const year = Number(params.year)
  const addressed = params.region && Number.isInteger(year) ? { region: params.region, year } : undefined
  const known = places.asked.kind === 'done' ? places.asked.reply : undefined
  const at = addressed ?? (known && current(chosenOf(known.places)))
  const table = useTable(at?.region, at?.year)
  if (known && table.asked.kind === 'table') {
    return <Elsewhere table={table.asked.table} today={known.today} />
  }
  const answer = !known || table.asked.kind === 'table' ? places.asked : table.asked
  return (
    <ResidentPage title={words.title}>
      <Unanswered
        asked={known && !at ? { kind: 'refused', refusal: 'noPolicy' } : answer}
        onAgain={() => {
          places.again()
          table.again()
        }}
      />
    </ResidentPage>
  )
}

/** The place chosen, and the coverage year to show first. */
function current(place: Place | undefined): { region: string; year: number } | undefined {
  const year = place && currentYear(place)
  return place && year !== undefined ? { region: place.region, year } : undefined
}
