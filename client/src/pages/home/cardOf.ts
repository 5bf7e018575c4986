import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Family, MemberCard, Standing } from '../../../../shared/contracts/family'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Drawing } from '../../components/Icon'
import type { PersonShown } from '../../components/PersonCard'
import type { Tone } from '../../components/Tag'
import { dayFrom, sumInline, yuan } from '../../texts/figures'
import { home as words } from '../../texts/home'
import { result } from '../../texts/result'

type Member = ReplyOf<typeof Family>['members'][number]

interface Look {
  tone: Tone
  icon: Drawing
  kind: 'button' | 'link'
  action: keyof typeof words.see
}

const looks: Record<Standing, Look> = {
  toPay: { tone: 'due', icon: 'clock', kind: 'button', action: 'pay' },
  unpaidOrder: { tone: 'due', icon: 'clock', kind: 'button', action: 'order' },
  confirming: { tone: 'due', icon: 'clock', kind: 'link', action: 'progress' },
  enrolled: { tone: 'ok', icon: 'tick', kind: 'link', action: 'receipt' },
  paidOnBehalf: { tone: 'ok', icon: 'house', kind: 'link', action: 'progress' },
  payElsewhere: { tone: 'due', icon: 'clock', kind: 'button', action: 'where' },
  awaitingTax: { tone: 'due', icon: 'clock', kind: 'link', action: 'progress' },
  cannotEnroll: { tone: 'plain', icon: 'info', kind: 'link', action: 'detail' },
  undecided: { tone: 'plain', icon: 'info', kind: 'link', action: 'detail' },
}

export function cardOf(member: Member, today: CivilDay, manyButtons: boolean): PersonShown {
  const kin = words.relations[member.relation]
  const { card, name, residentId } = member
  if (!card) {
    return {
      key: residentId,
      name,
      kin,
      tag: { tone: 'plain', icon: 'info', text: words.standings.undecided },
      line: words.noPolicy,
      action: { text: words.see.detail, label: words.seeOf(words.see.detail, name), kind: 'link' },
    }
  }
  const look = looks[card.standing]
  const action = actionOf(card, look)
  return {
    key: residentId,
    name,
    kin,
    tag: { tone: look.tone, icon: look.icon, text: standingOf(card) },
    dueYuan: look.kind === 'button' && card.dueFen !== null ? yuan(card.dueFen) : undefined,
    figure: manyButtons ? 'figure' : 'due',
    line: lineOf(card, today, member.knowsWhy),
    action: {
      text: action,
      label: words.seeOf(action, name),
      kind: look.kind === 'link' ? 'link' : manyButtons ? 'second' : 'button',
    },
  }
}

/** Of somebody who cannot pay now, why in a word: who is only early or late is not told to pay elsewhere. */
function standingOf({ standing, reasons: [reason] }: MemberCard): string {
  return standing === 'cannotEnroll' && reason !== undefined && reason in result.refused
    ? result.refused[reason as keyof typeof result.refused]
    : words.standings[standing]
}

/** Several things to do on one page: then none of the cards has the page's solid button. */
export const haveButtons = (members: readonly Member[]): boolean =>
  members.filter(({ card }) => card && looks[card.standing].kind === 'button').length > 1

/** Enrolled without an order of ours (a school, a roster): there is no receipt to open. */
const actionOf = (card: MemberCard, look: Look): string =>
  card.standing === 'enrolled' && card.order === undefined ? words.see.detail : words.see[look.action]

function lineOf(card: MemberCard, today: CivilDay, knowsWhy: boolean): string {
  if (card.standing === 'enrolled') {
    const from = card.coverageFrom ? dayFrom(card.coverageFrom, today) : undefined
    if (card.paidFen !== null) return words.paid(sumInline(card.paidFen), from)
    return from ? words.cover(from) : words.lines.enrolled
  }
  if (card.standing === 'cannotEnroll') {
    const reason = card.reasons[0]
    return reason && reason in result.reasons
      ? result.reasons[reason as keyof typeof result.reasons]
      : knowsWhy
        ? words.lines.cannotEnroll
        : words.onlySelf
  }
  if (card.standing === 'toPay' && card.deadline) return words.dueBy(dayFrom(card.deadline, today))
  return words.lines[card.standing]
}
