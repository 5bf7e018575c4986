import type { PolicyTable } from '../../../../shared/policy/table'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { go } from '../../navigation'
import { noticesOf } from '../../texts/noticesOf'
import { question as words } from '../../texts/question'
import { callOffice } from '../callOffice'
import { ResidentPage } from '../ResidentPage'
import { resultOf, type ResultShown } from '../result/resultOf'
import { ResultHero, ResultView } from '../result/ResultView'

interface Props {
  table: PolicyTable
  today: CivilDay
  assessment: Assessment
  onAgain: () => void
}

/** The answer to the public fee question, drawn as for a person, with the way on to say who it is for. */
export function Reckoning({ table, today, assessment, onAgain }: Props) {
  const shown = withIdentify(
    resultOf({
      assessment,
      coverageYear: table.coverageYear,
      today,
      place: { region: table.region, name: table.place.name },
      who: words.who(table.coverageYear),
      notices: noticesOf(table),
      awaitingTax: false,
    }),
  )
  const office = table.offices[assessment.ask] ?? table.offices[table.ask]
  const onChangePlace = () => go('place', {})
  const policy = { region: table.region, year: table.coverageYear }
  return (
    <ResidentPage
      title={words.title}
      notices={shown.notices}
      policy={policy}
      top={<ResultHero shown={shown} onChangePlace={onChangePlace} />}
    >
      <ResultView
        shown={shown}
        office={office}
        onAct={() => go('who', {})}
        onCall={() => callOffice(office)}
        onPolicy={() => go('policy', policy)}
      />
      <Box className="block">
        <SecondButton text={words.again} onTap={onAgain} />
      </Box>
    </ResidentPage>
  )
}

/** Nobody is known yet: paying or going elsewhere begins with who it is for. */
function withIdentify(shown: ResultShown): ResultShown {
  const { kind } = shown.action
  if (kind !== 'pay' && kind !== 'handoff') return shown
  return { ...shown, action: { kind: 'identify', text: words.identify } }
}
