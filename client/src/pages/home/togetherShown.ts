import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { TogetherShown } from '../../components/TogetherCard'
import { dayFrom, yuan } from '../../texts/figures'
import { home as words } from '../../texts/home'
import type { Together } from './togetherOf'

export const togetherShown = ({ names, fen, deadline }: Together, today: CivilDay): TogetherShown => ({
  heading: words.together(names.length),
  yuan: yuan(fen),
  lines: [names.join('、'), ...(deadline ? [words.dueBy(dayFrom(deadline, today))] : [])],
  pay: words.payTogether(yuan(fen), names.length),
})
