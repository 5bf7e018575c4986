/** 通知点名的证明: every paper a notice names for anybody, whichever of its places names it. */
import type { PaperList, PolicyTable } from '../policy/table'
import type { CivilDay } from './civilDay'
import { inForceOn, versionsOf } from './inForce'

/** By the vocabulary's codes, as the notice stands on a day; empty where it names none. */
export function papersNamed(table: PolicyTable, on: CivilDay): ReadonlySet<string> {
  const { eligibility, exclusions, documents, newborn } = inForceOn(versionsOf(table), on).table
  const stages = 'stages' in newborn ? newborn.stages : []
  const rows = [...eligibility, exclusions.employee, exclusions.residentElsewhere, ...stages]
  return new Set([...rows.map((row) => row.documents), ...(documents ?? [])].flatMap(codesOf))
}

function codesOf(papers: PaperList | 'unstated' | undefined): string[] {
  if (papers === undefined || papers === 'unstated') return []
  return [...(papers.allOf ?? []), ...(papers.oneOf ?? []).flat()]
}
