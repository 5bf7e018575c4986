/** 谁有资助: each tier with its sum and the way it is given, and the rules around them. */
import type { PlainAmount, PolicyTable, Subsidy } from '../../../../shared/policy/table'
import { union } from '../../../../shared/rules/answer'
import { fenOf } from '../../../../shared/rules/money'
import type { Source } from '../../components/ClauseChip'
import type { FactShown } from '../../components/SummaryList'
import { sum } from '../../texts/figures'
import { policy as words } from '../../texts/policy'
import { namesOf } from '../../texts/vocabulary'
import { days, everyone, whom } from '../../texts/whom'
import type { Section } from './Part'
import type { Reader } from './reader'
import { fact, factOf, linesOf, written, type Written } from './written'

/** One row of the table of subsidies. */
export interface TierShown {
  key: string
  who: string
  /** A figure with its unit, or words where there is none. */
  amount: string
  note?: string
  how: string
  source: Source
  /** Where it is open how the money comes: the clauses of that alone. */
  howSource?: Source
}

type Settlement = 'paidOnBehalf' | 'netCollection' | 'reimbursement'
const order: readonly Settlement[] = ['paidOnBehalf', 'netCollection', 'reimbursement']

export function subsidySections(reader: Reader): Section[] {
  const { subsidies } = reader.table
  return [
    {
      key: 'tiers',
      tiers: subsidies.map((row, index) => tierShown(row, index, reader)),
      facts: subsidies.length === 0 ? [noSubsidies(reader)] : [],
    },
    { key: 'how', heading: words.howHeading, facts: settlements(reader) },
    { key: 'rules', heading: words.rulesHeading, facts: rules(reader) },
  ].filter(({ tiers, facts }) => (tiers?.length ?? 0) > 0 || facts.length > 0)
}

function tierShown(row: Subsidy, index: number, reader: Reader): TierShown {
  const amount = amountOf(row, reader)
  const settlement = settlementOf(row, reader)
  const who = tierWho(row)
  const text = amountText(amount)
  const how = settlementText(settlement)
  const isOpen = settlement.sureness !== 'stated'
  return {
    key: `tier${index}`,
    who,
    amount: text,
    note: row.printedYuan === undefined ? undefined : words.printed(sum(fenOf(row.printedYuan))),
    how,
    source: { sureness: amount.sureness, clauses: amount.clauses, says: `${who}：${text}。` },
    howSource: isOpen
      ? { sureness: settlement.sureness, clauses: settlement.clauses, says: `${who}：${how}。` }
      : undefined,
  }
}

/** From the table's codes, not its label: a label need not name who is meant. */
function tierWho({ identities, recognised, when }: Subsidy): string {
  const more = whom(when)
  return [
    namesOf('identities', identities),
    recognised && `${days(recognised)}认定`,
    more === everyone ? '' : more,
  ]
    .filter(Boolean)
    .join('，')
}

const amountOf = (row: Subsidy, { cite }: Reader): Written<PlainAmount> =>
  written(row.amount, row.clause, cite)

const settlementOf = (row: Subsidy, { cite }: Reader): Written<Settlement> =>
  written(row.settlement, row.settlementClause ?? row.clause, cite)

const amountText = ({ values }: Written<PlainAmount>): string =>
  values.length === 0 ? words.unsaid : values.map(plainAmount).join(words.or)

function plainAmount(amount: PlainAmount): string {
  if (amount === 'full') return words.full
  if (amount === 'none') return words.none
  if ('percent' in amount) return words.percent(amount.percent)
  return 'netYuan' in amount ? words.net(sum(fenOf(amount.netYuan))) : sum(fenOf(amount.yuan))
}

const settlementText = ({ values }: Written<Settlement>): string =>
  values.length === 0
    ? words.settlementOpen
    : values.map((value) => words.settlements[value].name).join(words.or)

/** What the short words of the table mean, with every clause that says so; and whom to ask where it is open. */
function settlements(reader: Reader): FactShown[] {
  const all = reader.table.subsidies.map((row) => settlementOf(row, reader))
  const named = order.flatMap((settlement) => {
    const rows = all.filter(({ values }) => values.includes(settlement))
    if (rows.length === 0) return []
    const stated = rows.filter(({ sureness }) => sureness === 'stated')
    const clauses = (stated.length > 0 ? stated : rows).flatMap((row) => row.clauses)
    const { name, text } = words.settlements[settlement]
    return [
      factOf(settlement, name, [text], stated.length > 0 ? 'stated' : 'readings', [...new Set(clauses)]),
    ]
  })
  const open = all.filter(({ sureness }) => sureness === 'unstated')
  const [first] = open
  if (!first) return named
  const clauses = [...new Set(open.flatMap((row) => row.clauses))]
  return [
    ...named,
    factOf(
      'open',
      words.settlementHow,
      linesOf(first, () => [], reader),
      'unstated',
      clauses,
    ),
  ]
}

function rules(reader: Reader): FactShown[] {
  const { table, cite } = reader
  const { severalIdentities, recognisedLater = [], identityChanged, reimbursement, subsidyScope } = table
  return [
    fact(reader, 'several', words.several, severalIdentities, undefined, () => [words.highest]),
    ...recognisedLater.map(({ when, month, clause }, index) => {
      const who = whom(when)
      const label = who === everyone ? words.recognisedLater : words.ofWhom(words.recognisedLater, who)
      return factOf(`later${index}`, label, [words.months[month]], 'stated', cite(clause))
    }),
    ...(identityChanged
      ? [factOf('changed', words.identityChanged, [words.nextYear], 'stated', cite(identityChanged.clause))]
      : []),
    ...(reimbursement ? [reimbursed(reimbursement, reader)] : []),
    ...(subsidyScope && table.subsidies.length > 0
      ? [factOf('scope', words.scope, [words.scopeText], 'stated', cite(subsidyScope))]
      : []),
  ]
}

/** A table that has to name an account writes in words that the notice names none. */
function reimbursed(
  { account, paidBy, clause }: NonNullable<PolicyTable['reimbursement']>,
  { cite, office }: Reader,
): FactShown {
  const isSilent = account === words.accountUnstated
  const lines = [
    ...(isSilent ? [words.unstated, words.askOffice(office())] : [account]),
    ...(paidBy ? [words.paidBy(paidBy)] : []),
  ]
  return factOf('reimbursement', words.reimbursement, lines, isSilent ? 'unstated' : 'stated', cite(clause))
}

const noSubsidies = ({ table, cite }: Reader): FactShown =>
  factOf('none', words.parts.subsidies, [words.noSubsidies], 'stated', union(cite(table.subsidyScope), []))
