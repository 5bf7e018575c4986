import { useEffect, useState } from 'react'
import { Policy } from '../../../shared/contracts/policy'
import type { PolicyTable } from '../../../shared/policy/table'
import type { Office } from '../texts/offices'
import { call, type Reached } from './call'

const keyOf = (region?: string, coverageYear?: number): string => `${region}/${coverageYear}`

const known = new Map<string, Promise<Reached<typeof Policy>>>()
/** What a page opens with: one that knows its table is drawn once, not twice. */
const latest = new Map<string, AskedTable>()

/** One county-year's table, asked for once while the app is open. */
async function tableOnce(region: string, coverageYear: number): Promise<AskedTable> {
  const key = keyOf(region, coverageYear)
  const asked = known.get(key) ?? call(Policy, { region, coverageYear })
  known.set(key, asked)
  const answer = await asked
  if (answer.kind === 'unreached') known.delete(key)
  if (answer.kind !== 'done') return answer
  const table = latest.get(key) ?? ({ kind: 'table', table: answer.reply.table } as const)
  latest.set(key, table)
  return table
}

/** How far the asking for one county-year's table is. */
export type AskedTable =
  | { kind: 'asking' }
  | { kind: 'table'; table: PolicyTable }
  | Exclude<Reached<typeof Policy>, { kind: 'done' }>

/** The table of a place and year; the service has checked it, so it is taken as it is. */
export function useTable(region?: string, coverageYear?: number): { asked: AskedTable; again: () => void } {
  const [asked, setAsked] = useState<AskedTable>(
    () => latest.get(keyOf(region, coverageYear)) ?? { kind: 'asking' },
  )
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (region === undefined || coverageYear === undefined) return
    let gone = false
    void tableOnce(region, coverageYear).then((answer) => {
      if (!gone) setAsked(answer)
    })
    return () => {
      gone = true
    }
  }, [region, coverageYear, turn])
  return { asked, again: () => setTurn(turn + 1) }
}

/** Whom to ask, by the table's code for an office; without a code, the one the table names for open questions. */
export function officeOf(asked: AskedTable, code?: string): Office | undefined {
  if (asked.kind !== 'table') return undefined
  const { offices, ask } = asked.table
  return offices[code ?? ask] ?? offices[ask]
}
