import type { Assessment } from './assessment'

/** 户口簿: true where the notice takes this person only with a household register. */
export const needsHouseholdRegister = ({ documents }: Assessment): boolean =>
  documents.kind === 'stated' && documents.value.allOf.includes('householdRegister')
