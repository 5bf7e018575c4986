import { useRouter } from '@tarojs/taro'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { usePlaces } from '../../api/places'
import { officeOf, useTable } from '../../api/table'
import { Hero } from '../../components/Hero'
import { go, replace } from '../../navigation'
import { callOffice } from '../../pages/callOffice'
import { ResidentPage } from '../../pages/ResidentPage'
import { Unanswered } from '../../pages/Unanswered'
import { policy as words } from '../../texts/policy'
import { result } from '../../texts/result'
import type { PartName } from './Part'
import { PartView } from './PartView'
import { isPartName, partOf, policyOf } from './policyOf'
import { PolicyView } from './PolicyView'

/** 政策: one county-year's table to read, or one part of it. Nobody has to say who they are. */
export default function PolicyPage() {
  const { params } = useRouter()
  const year = Number(params.year)
  const isAddressed = params.region !== undefined && Number.isInteger(year)
  const places = usePlaces()
  const table = useTable(params.region, isAddressed ? year : undefined)
  if (isAddressed && places.asked.kind === 'done' && table.asked.kind === 'table') {
    const read = { table: table.asked.table, today: places.asked.reply.today }
    return isPartName(params.part) ? <OnePart {...read} part={params.part} /> : <Whole {...read} />
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

interface Read {
  table: PolicyTable
  today: CivilDay
}

const whereOf = ({ place, coverageYear }: PolicyTable): string => result.where(place.name, coverageYear)
const addressOf = ({ region, coverageYear }: PolicyTable) => ({ region, year: coverageYear })
const otherPolicies = () => go('policies', {})

function Whole({ table, today }: Read) {
  const shown = policyOf(table, today)
  const office = officeOf({ kind: 'table', table })
  const address = addressOf(table)
  return (
    <ResidentPage
      title={words.title}
      notices={shown.notices}
      top={
        <Hero where={whereOf(table)} onChangePlace={otherPolicies} who={shown.heading} shown={shown.hero} />
      }
    >
      <PolicyView
        shown={shown}
        office={office}
        onPart={(part) => go('policy', { ...address, part })}
        onReckon={() => go('question', address)}
        onCall={() => callOffice(office)}
      />
    </ResidentPage>
  )
}

function OnePart({ table, today, part }: Read & { part: PartName }) {
  const shown = partOf(table, part, today)
  return (
    <ResidentPage title={words.title} place={{ name: whereOf(table) }} notices={shown.notices}>
      <PartView shown={shown} onNext={(next) => replace('policy', { ...addressOf(table), part: next })} />
    </ResidentPage>
  )
}
