import './rules.scss'
import { useState } from 'react'
import { RuleChanges } from '../../../../shared/contracts/ruleChanges'
import { useCall } from '../../api/useCall'
import { Box } from '../../components/Element'
import { Unanswered } from '../../pages/Unanswered'
import { rules as words } from '../../texts/rules'
import { DeskPage } from '../DeskPage'
import { Tabs } from '../Tabs'
import { Review } from './Review'
import { RulesView } from './RulesView'

/** 规则: what the table of a year changes for this county's people, and who has looked at it. */
export default function RulesPage() {
  const [year, setYear] = useState<number>()
  const { asked, again } = useCall(RuleChanges, year === undefined ? {} : { coverageYear: year })
  const changes = asked.kind === 'done' ? asked.reply : undefined
  return (
    <DeskPage tab="rules" notices={changes?.notices}>
      {(me) =>
        changes ? (
          <>
            <Tabs
              outer
              tabs={changes.years.map((one) => ({ key: String(one), text: words.columns.year(one) }))}
              on={String(changes.to)}
              onTab={(key) => setYear(Number(key))}
            />
            <RulesView changes={changes} />
            {changes.rows.some(({ isOpen }) => isOpen) && (
              <Box as="p" className="muted">
                {words.openNote}
              </Box>
            )}
            <Review key={changes.to} changes={changes} mayAct={me.role === 'bureau'} onDone={again} />
          </>
        ) : (
          <Unanswered asked={asked} onAgain={again} />
        )
      }
    </DeskPage>
  )
}
