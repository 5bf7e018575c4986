/**
 * What the bureau last decided of somebody in a coverage year, `matchDecisions/<residentId>-<year>`, so that the next month does not ask
 * the same again.
 */
import { put } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { yearId } from '../_residents/enrollmentRecord'

/** `says`: what was decided upon, in short, as `saysOf` writes it. */
export type DecisionFields = {
  region: string
  town: string | null
  partition: string
  coverageYear: number
  residentId: string
  says: string
}

/** What was decided last of somebody in a year, in short; undefined where nothing was. */
export const decidedBefore = async (
  { get }: Pick<Documents, 'get'>,
  residentId: string,
  coverageYear: number,
): Promise<string | undefined> =>
  (await get<DecisionFields>('matchDecisions', yearId(residentId, coverageYear)))?.fields.says

/** Writes down what was decided, over what was decided before. */
export async function noteDecision(documents: Documents, fields: DecisionFields): Promise<void> {
  const id = yearId(fields.residentId, fields.coverageYear)
  await put(documents, 'matchDecisions', id, fields)
}
