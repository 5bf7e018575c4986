/** 归哪个单位办: which office of the table has a topic, and the desk at which it sits here. */
import type { ComplaintDesk, ComplaintKind } from '../contracts/complaint'
import type { PolicyTable } from '../policy/table'

/** The codes under which tables list them (docs/add-a-county-year.md). */
const codeOf: Record<ComplaintDesk, string> = { tax: 'countyTax', bureau: 'countyBureau', town: 'town' }

/** Whose a topic is; everything else is for the office the table names for open questions. */
const ownDesk: Partial<Record<ComplaintKind, ComplaintDesk>> = { money: 'tax', conduct: 'bureau' }

/** Where a complaint goes first. A desk that the notice names no office for is left out. */
export function deskFor(table: PolicyTable, kind: ComplaintKind): ComplaintDesk {
  const own = ownDesk[kind]
  return own && table.offices[codeOf[own]] ? own : deskOfAsk(table)
}

/** The office at a desk; `stated` is false where the notice names none, so that the one for open questions stands in. */
export function officeAt(
  { offices, ask }: PolicyTable,
  desk: ComplaintDesk,
): { name: string; phone: string; stated: boolean } {
  const named = offices[codeOf[desk]]
  const office = named ?? offices[ask]
  if (!office) throw new Error(`no office ${ask}`)
  return { ...office, stated: named !== undefined }
}

/** False where a topic has an office of its own and the notice does not name it. */
export const isOfficeStated = (table: PolicyTable, kind: ComplaintKind): boolean => {
  const own = ownDesk[kind]
  return own === undefined || table.offices[codeOf[own]] !== undefined
}

const deskOfAsk = ({ ask }: PolicyTable): ComplaintDesk =>
  ask === codeOf.tax ? 'tax' : ask === codeOf.town ? 'town' : 'bureau'
