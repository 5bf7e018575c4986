import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { MyData } from '../../../../shared/contracts/myData'
import { fullDay, fullMoment, moment, sumInline } from '../../texts/figures'
import { privacy as words } from '../../texts/privacy'
import { remind } from '../../texts/remind'
import { complaint } from '../../texts/complaint'
import { sentProofs } from '../../texts/sentProofs'
import { documentName } from '../../texts/vocabulary'
import { who } from '../../texts/who'

type Data = ReplyOf<typeof MyData>

export const consentLine = ({ name, text, givenAt, withdrawnAt }: Data['consents'][number]): string =>
  [
    words.whose(name),
    words.consent[text],
    words.given(fullDay(moment(givenAt).day)),
    ...(withdrawnAt === null ? [] : [words.withdrawn(fullDay(moment(withdrawnAt).day))]),
  ].join('，')

export const orderLine = ({ coverageYear, people, fen, state }: Data['orders'][number]): string =>
  `${words.order(coverageYear, people, sumInline(fen))}，${words.states[state]}`

export const reminderLine = ({ name, kind, state }: Data['reminders'][number]): string =>
  [words.whose(name), remind.kinds[kind], words.reminderStates[state]].join('，')

export const paperLine = ({ name, paper, state, receivedAt }: Data['papers'][number]): string =>
  [
    words.whose(name),
    documentName(paper),
    sentProofs.states[state].tag,
    words.sent(fullDay(moment(receivedAt).day)),
  ].join('，')

export const complaintLine = ({ kind, state, text, sentAt }: Data['complaints'][number]): string =>
  [
    words.sent(fullDay(moment(sentAt).day)),
    text ?? (kind === 'record' ? words.objection : complaint.topics[kind].text),
    complaint.states[state],
  ].join('，')

/** All of it as text that one can paste anywhere and read. */
export const plainText = ({ people, consents, orders, reminders, papers, complaints, asOf }: Data): string =>
  [
    words.plain.heading,
    words.plain.asOf(fullMoment(asOf)),
    '',
    words.people,
    ...people.map(({ name, maskedId, relation }) => `${name} ${maskedId} ${who.relations[relation].text}`),
    '',
    words.consents,
    ...consents.map(consentLine),
    '',
    words.orders,
    ...orders.map((order) => `${order.orderNumber} ${orderLine(order)}`),
    '',
    words.reminders,
    ...reminders.map(reminderLine),
    '',
    words.papers,
    ...papers.map(paperLine),
    '',
    words.complaints,
    ...complaints.map(complaintLine),
  ].join('\n')
