import { useEffect, useState } from 'react'
import { Policy } from '../../../shared/contracts/policy'
import type { PolicyTable } from '../../../shared/policy/table'
import type { Office } from '../texts/offices'
import { call, type Reached } from './call'

const known = new Map<string, Promise<Reached<typeof Policy>>>()

/** One county-year's table, asked for once while the app is open. */
async function tableOnce(region: string, coverageYear: number): Promise<Reached<typeof Policy>> {
  const key = `${region}/${coverageYear}`
  const asked = known.get(key) ?? call(Policy, { region, coverageYear })
  known.set(key, asked)
  const answer = await asked
  if (answer.kind === 'unreached') known.delete(key)
  return answer
}

export type AskedTable =
  | { kind: 'asking' }
  | { kind: 'table'; table: PolicyTable }
  | Exclude<Reached<typeof Policy>, { kind: 'done' }>

/** The table of a place and year; the service has checked it, so it is taken as it is. */
export function useTable(region?: string, coverageYear?: number): { asked: AskedTable; again: () => void } {
  const [asked, setAsked] = useState<AskedTable>({ kind: 'asking' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (region === undefined || coverageYear === undefined) return
    let gone = false
    void tableOnce(region, coverageYear).then((answer) => {
      if (gone) return
      setAsked(answer.kind === 'done' ? { kind: 'table', table: answer.reply.table } : answer)
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
