import './forms.scss'
import { ListForms } from '../../../../shared/contracts/forms'
import { useCall } from '../../api/useCall'
import { Unanswered } from '../../pages/Unanswered'
import { DeskPage } from '../DeskPage'
import { FormsView } from './FormsView'

/** 表册: forms to look at, print and take along. */
export default function FormsPage() {
  const { asked, again } = useCall(ListForms, {})
  return (
    <DeskPage tab="forms" notices={asked.kind === 'done' ? asked.reply.notices : []}>
      {() =>
        asked.kind === 'done' ? (
          <FormsView offered={asked.reply} />
        ) : (
          <Unanswered asked={asked} onAgain={again} />
        )
      }
    </DeskPage>
  )
}
