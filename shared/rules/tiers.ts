/** 资助档次: what each identity earns, as a table lists it. */
import type { PlainAmount, PolicyTable, Subsidy } from '../policy/table'
import type { Clause } from './answer'
import type { Settlement } from './assessment'
import { all, always, compileKeys, covers, type Test } from './conditions'
import type { Domains } from './domains'
import { fenOf } from './money'
import { compileOpen, type Cite, type Pick } from './openValue'

export interface Tier {
  identities: readonly string[]
  recognised: Subsidy['recognised']
  test: Test
  /** The whole fee, whatever it is. */
  isFull: boolean
  /** The subsidy for a fee, in fen. */
  amount: Pick<(feeFen: number) => number>
  settlement: Pick<Exclude<Settlement, 'none'>>
  clauses: readonly Clause[]
}

/** The tiers of a table by the identity that earns them. */
export class Tiers {
  private readonly byCode = new Map<string, TiersOfCode>()

  constructor(readonly all: readonly Tier[]) {}

  of(code: string): TiersOfCode {
    let found = this.byCode.get(code)
    if (!found) this.byCode.set(code, (found = this.search(code)))
    return found
  }

  private search(code: string): TiersOfCode {
    const lists = (test: (listed: string) => boolean): Tier[] =>
      this.all.filter(({ identities }) => identities.some(test))
    const isKind = !code.includes('/')
    return {
      sure: lists((listed) => covers(listed, code)),
      ungraded: isKind && lists((listed) => listed !== code && covers(code, listed)).length > 0,
    }
  }
}

interface TiersOfCode {
  sure: readonly Tier[]
  /** The table tells grades of this kind apart, and the person's grade is not known. */
  ungraded: boolean
}

export function compileTier(row: Subsidy, domains: Domains, cite: Cite): Tier {
  const clauses = cite(row.clause)
  for (const code of row.identities) domains.addIdentity(code, row.recognised)
  const conditions = compileKeys(row.when, domains)
  domains.addClaim(row.identities, conditions.get('identities') ?? always)
  return {
    identities: row.identities,
    recognised: row.recognised,
    test: all(conditions.values()),
    amount: compileOpen(row.amount, clauses, cite, amountOf),
    isFull: row.amount === 'full',
    settlement: compileOpen(
      row.settlement,
      row.settlementClause ? cite(row.settlementClause) : clauses,
      cite,
      (settlement: Exclude<Settlement, 'none'>) => settlement,
    ),
    clauses,
  }
}

/** No subsidy is larger than the fee it is for. */
function amountOf(amount: PlainAmount): (feeFen: number) => number {
  if (amount === 'full') return (feeFen) => feeFen
  if (amount === 'none') return () => 0
  if ('yuan' in amount) return (feeFen) => Math.min(fenOf(amount.yuan), feeFen)
  if ('percent' in amount) return (feeFen) => Math.round((feeFen * amount.percent) / 100)
  return (feeFen) => Math.max(0, feeFen - fenOf(amount.netYuan))
}

/** Where the notice says who is subsidised, for those who are not. */
export const subsidyScope = (table: PolicyTable, cite: Cite): readonly Clause[] =>
  table.subsidyScope ? cite(table.subsidyScope) : cite(table.subsidies.map(({ clause }) => clause).flat())
