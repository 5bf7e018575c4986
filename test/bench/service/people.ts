import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../../shared/identity/idNumber'

/** A county-year whose collection is open on that day, and what somebody without a subsidy owes there, fen. */
export const setting = { region: 'shandan', coverageYear: 2024, today: '2023-11-20', fen: 38000 }

/** Somebody who owes the whole fee; another one for every number up to 300,000. */
export function personOf(serial: number): RosterPerson {
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(serial / 1000))).toISOString().slice(0, 10)
  const first17 = `629998${born.replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`
  return {
    region: setting.region,
    town: '样例镇',
    name: '王样例',
    idNumber: first17 + checkCharacter(first17),
    residence: 'hukou',
    identities: [],
    otherCover: 'none',
    lastCovered: setting.coverageYear - 1,
    student: 'none',
  }
}
