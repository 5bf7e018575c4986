import type { Fill, FormDefinition } from '../../shared/forms/formDefinition'

/** What has to be read of a person for one form: nothing is opened that the form does not show. */
export interface FormNeeds {
  fills: ReadonlySet<Fill>
  contact: boolean
  note: boolean
  enrollment: boolean
  assessment: boolean
  /** Of whoever has no identity too. */
  ofEverybody: boolean
  /** Whether somebody was recognised after having paid. */
  later: boolean
}

const ofContact: readonly Fill[] = ['address', 'phone', 'account']
const ofNote: readonly Fill[] = ['specialGroup', 'evidence', 'insuredAt']
const ofAssessment: readonly Fill[] = ['standard', 'subsidy', 'due']

/** What one form needs, by its columns and by who stands on it. */
export function needsOf({ facts, columns, on }: FormDefinition): FormNeeds {
  const fills = new Set([...facts, ...columns].flatMap(({ fill }) => fill ?? []))
  const has = (some: readonly Fill[]): boolean => some.some((fill) => fills.has(fill))
  const note = has(ofNote)
  const assessment = has(ofAssessment) || on === 'subsidised' || on === 'fullySubsidised'
  const ofEverybody = on === 'toCollect'
  return {
    fills,
    contact: has(ofContact),
    note,
    assessment,
    ofEverybody,
    later: on === 'subsidised',
    enrollment: !note,
  }
}
