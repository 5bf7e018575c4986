/** Proves a table sound before it is used: rules.md, "A checker proves"; docs/add-a-county-year.md lists the rules. */
import type { Fault, Source } from '../readTable'
import type { PolicyTable } from '../table'
import type { Vocabulary } from '../vocabulary'
import { checkAmendments } from './checkAmendments'
import { checkClauses } from './checkClauses'
import { checkCodes } from './checkCodes'
import { checkEligibility } from './checkEligibility'
import { checkFees } from './checkFees'
import { checkNewborn } from './checkNewborn'
import { checkOffices } from './checkOffices'
import { checkOpenForms } from './checkOpenForms'
import { checkPhases } from './checkPhases'
import { checkRanges } from './checkRanges'
import { checkRefund } from './checkRefund'
import { checkRepeats } from './checkRepeats'
import { checkSubsidies } from './checkSubsidies'
import { checkTargets } from './checkTargets'
import { checkTerms } from './checkTerms'
import { checkTiers } from './checkTiers'
import { checkWorkFund } from './checkWorkFund'
import { checkYears } from './checkYears'
import { versionsOf, type Rule } from './examined'

/** Asked once, of the file as it stands, amending notices included. */
const ofTheFile: readonly Rule[] = [
  checkRanges,
  checkClauses,
  checkCodes,
  checkOffices,
  checkOpenForms,
  checkRepeats,
  checkAmendments,
]

/** Asked of the table as printed, and again as it holds after each amending notice. */
const ofEveryVersion: readonly Rule[] = [
  checkYears,
  checkFees,
  checkPhases,
  checkTerms,
  checkEligibility,
  checkSubsidies,
  checkTiers,
  checkNewborn,
  checkRefund,
  checkTargets,
  checkWorkFund,
]

/** What is wrong, in the order of the lines; an empty list is a sound table. */
export function checkTable(table: PolicyTable, source: Source, vocabulary: Vocabulary): Fault[] {
  const versions = versionsOf(table, source, vocabulary)
  const [printed] = versions
  if (!printed) return []
  const found = [
    ...ofTheFile.flatMap((rule) => rule(printed)),
    ...versions.flatMap((version) => ofEveryVersion.flatMap((rule) => rule(version))),
  ]
  return distinct(found).sort((one, other) => one.line - other.line)
}

/** An amended table repeats what was wrong before. */
function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ line, rule, message }) => {
    const key = `${line} ${rule} ${message}`
    return seen.has(key) ? false : seen.add(key)
  })
}
