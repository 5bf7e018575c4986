/** 在哪里缴: the notice's channels, by whom they are for. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { FactShown } from '../../components/SummaryList'
import { policy as words } from '../../texts/policy'
import { channelName } from '../../texts/vocabulary'
import { whom } from '../../texts/whom'
import type { Section } from './Part'
import type { Reader } from './reader'
import { factOf } from './written'

type Channel = Extract<PolicyTable['channels'], readonly unknown[]>[number]

export const whereSections = (reader: Reader): Section[] => [{ key: 'channels', facts: channelFacts(reader) }]

function channelFacts(reader: Reader): FactShown[] {
  const { channels } = reader.table
  if (!Array.isArray(channels)) {
    const lines = [words.unstated, words.askOffice(reader.office(channels.ask))]
    return [factOf('channels', words.channelsUnstated, lines, 'unstated', reader.cite(channels.clause))]
  }
  return channelFactsOf(channels, reader)
}

/** Some of the channels, by whom they are for. */
export function channelFactsOf(channels: readonly Channel[], reader: Reader): FactShown[] {
  const applicants = [...new Set(channels.map(({ when }) => whom(when)))]
  return applicants.map((who, index) => {
    const rows = channels.filter(({ when }) => whom(when) === who)
    const lines = rows.map(({ channel, names }) =>
      names ? words.named(channelName(channel), names.join(words.and)) : channelName(channel),
    )
    const clauses = [...new Set(rows.flatMap(({ clause }) => reader.cite(clause)))]
    return factOf(`channels${index}`, who, lines, 'stated', clauses)
  })
}

/** The channels in a line, for the page that leads here. */
export function channelNames({ table: { channels } }: Reader): string {
  if (!Array.isArray(channels)) return words.unstated
  return [...new Set(channels.map(({ channel }) => channelName(channel)))].join(words.and)
}
