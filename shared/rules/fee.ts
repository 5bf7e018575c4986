/** 个人缴费标准与应收: the notice's fee for one person, and what a phase asks for before any subsidy. */
import type { FeeRow, PlainCharge } from '../policy/table'
import { andThen, stated, unstated, type Single } from './answer'
import { compileWhen, type Test } from './conditions'
import type { Domains } from './domains'
import { fenOf } from './money'
import { compileCited, compileOpen, type Cite, type Pick } from './openValue'

export interface Fee {
  test: Test
  fen: Pick<number>
  share: Pick<number>
}

export function compileFee(row: FeeRow, domains: Domains, cite: Cite): Fee {
  const clauses = cite(row.clause)
  return {
    test: compileWhen(row.when, domains),
    fen: compileOpen(row.yuan, clauses, cite, fenOf),
    share: row.fiscalShareYuan ? compileCited(row.fiscalShareYuan, cite, fenOf) : () => unstated(clauses),
  }
}

/** The sum a phase asks for, in fen: the fee, the fiscal share on top, stated sums. */
export function chargeOf(charge: PlainCharge, fee: Single<number>, share: Single<number>): Single<number> {
  if (charge === 'free') return stated(0, [])
  if (charge.length === 1 && charge[0] === 'fee') return fee
  return charge.reduce<Single<number>>(
    (sum, item) => {
      const added = item === 'fee' ? fee : item === 'fiscalShare' ? share : stated(fenOf(item.yuan), [])
      return andThen(sum, (sumFen) => andThen(added, (fen) => stated(sumFen + fen, [])))
    },
    stated(0, []),
  )
}
