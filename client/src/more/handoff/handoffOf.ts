import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { PolicyTable } from '../../../../shared/policy/table'
import type { Assessment, Papers } from '../../../../shared/rules/assessment'
import type { Source } from '../../components/ClauseChip'
import type { CopyItem } from '../../components/CopyList'
import type { Choice } from '../../components/Pick'
import type { FactShown } from '../../components/SummaryList'
import { safest, sourceOf, statedOnly } from '../../texts/answers'
import { fullDay, sumInline } from '../../texts/figures'
import { handoff as words } from '../../texts/handoff'
import { result } from '../../texts/result'
import { channelName, documentName } from '../../texts/vocabulary'
import { vocabulary } from '../../texts/vocabulary'
import { collectionOf } from '../../pages/result/factsOf'

export interface HandoffShown {
  heading: string
  text: string
  channels: readonly CopyItem[]
  channelChoices: readonly Choice[]
  source?: Source
  say: string
  facts: readonly FactShown[]
}

export function handoffOf(owed: ReplyOf<typeof WhatIOwe>, table?: PolicyTable): HandoffShown {
  const { owing, assessment, coverageYear, person, place } = owed
  const due = assessment ? safest(assessment.due) : (owing.dueFen ?? undefined)
  const amount = due === undefined ? undefined : sumInline(due)
  const codes = [...new Set((assessment ? safest(assessment.channels) : owing.channels) ?? [])]
  return {
    heading: words.heading(amount),
    text: codes.includes('wechat') ? words.notHere : words.noWechat(place.name),
    channels: codes.map((code) => ({ title: channelName(code), text: namesOf(code, table) })),
    channelChoices: codes.map((code) => ({ value: code, text: channelName(code) })),
    source: assessment ? sourceOf(assessment.channels, words.channelsSay) : undefined,
    say: words.sayThis(coverageYear, person.name, amount),
    facts: assessment ? [...collectionOf(assessment), bring(assessment.documents)] : withoutWhy(owing),
  }
}

/** The places the notice names for a channel; without names, what the channel is. */
function namesOf(code: string, table?: PolicyTable): string {
  const rows = table && Array.isArray(table.channels) ? table.channels : []
  const names = rows.filter(({ channel }) => channel === code).flatMap((row) => row.names ?? [])
  return names.length > 0 ? [...new Set(names)].join(result.and) : (vocabulary.channels[code]?.gloss ?? '')
}

/** Which papers are asked for would tell who the person is. */
const withoutWhy = ({ deadline }: ReplyOf<typeof WhatIOwe>['owing']): FactShown[] => [
  ...(deadline === null
    ? []
    : [{ key: 'phaseTo', label: words.deadline, lines: [result.to(fullDay(deadline))] }]),
  { key: 'bring', label: words.bring, lines: [words.bringOwn] },
]

function bring(documents: Assessment['documents']): FactShown {
  const papers = statedOnly(documents)
  const lines = papers ? linesOf(papers) : []
  if (lines.length > 0) {
    return { key: 'bring', label: words.bring, lines, source: sourceOf(documents, lines.join(result.and)) }
  }
  const text = documents.kind === 'open' ? words.bringOpen : words.bringUnstated
  return {
    key: 'bring',
    label: words.bring,
    lines: [text],
    source: { sureness: 'unstated', clauses: sourceOf(documents, text)?.clauses ?? [], says: text },
  }
}

const linesOf = ({ allOf, oneOf }: Papers): string[] => [
  ...allOf.map(documentName),
  ...oneOf.map((group) => `${words.oneOf}${group.map(documentName).join(result.and)}`),
]

/** The list as text, to take along or to send on. */
export const asText = (shown: HandoffShown): string =>
  [shown.heading, shown.say, ...shown.channels.map(({ title, text }) => `${title}：${text}`)].join('\n')
