import type { ComplaintShown, ComplaintState, ComplaintTopic } from '../../../../shared/contracts/complaint'
import type { PolicyTable } from '../../../../shared/policy/table'
import { deskFor, isOfficeStated, officeAt } from '../../../../shared/rules/deskFor'
import type { Drawing } from '../../components/Icon'
import type { Tone } from '../../components/Tag'
import { complaint as words } from '../../texts/complaint'
import { fullMoment } from '../../texts/figures'

/** Which office hears it, and that the notice names none, where it does not. */
export function goesTo(table: PolicyTable, topic: ComplaintTopic): string {
  const { name } = officeAt(table, deskFor(table, topic))
  return isOfficeStated(table, topic) ? words.goesTo(name) : words.notStated(name)
}

/** One that was sent, as it stands on the page. */
export interface MineShown {
  key: string
  what: string
  text: string
  tag: { tone: Tone; icon: Drawing; text: string }
  by: string
  answer?: { from: string; text: string }
}

const looks: Record<ComplaintState, { tone: Tone; icon: Drawing }> = {
  received: { tone: 'due', icon: 'clock' },
  handling: { tone: 'due', icon: 'clock' },
  answered: { tone: 'ok', icon: 'tick' },
  closed: { tone: 'ok', icon: 'tick' },
}

export const mineOf = ({
  complaintId,
  kind,
  state,
  office,
  text,
  says,
  answer,
  asOf,
}: ComplaintShown): MineShown => ({
  key: complaintId,
  what: kind === 'record' ? words.record : words.topics[kind].text,
  text: text ?? (says === null ? '' : words.says[says]),
  tag: { ...looks[state], text: words.states[state] },
  by: words.by(office.name, fullMoment(asOf)),
  ...(answer === null ? {} : { answer: { from: words.answer(office.name), text: answer } }),
})
