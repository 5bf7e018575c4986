import { correctedPart, type CorrectedPart } from '../../shared/contracts/person'
import type { StaffCaller } from '../_ports/ports'

/** Where somebody belongs, and what a department has recognised, is for those who answer for the whole region. */
const ofWholeRegion: readonly CorrectedPart[] = ['town', 'identities']

/** The parts of a person that this member of staff may correct. */
export function correctableBy({ role, town }: StaffCaller): CorrectedPart[] {
  if (role !== 'bureau' && role !== 'clerk') return []
  const isWhole = role === 'bureau' && town === null
  return correctedPart.options.filter((part) => isWhole || !ofWholeRegion.includes(part))
}
