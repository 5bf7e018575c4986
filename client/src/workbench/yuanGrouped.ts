import { yuan } from '../texts/figures'
import { count } from '../texts/workbench'

/** Fen as yuan in groups of three, without the unit, as a column of figures has them; a minus with its own sign. */
export function yuanGrouped(fen: number): string {
  const [whole = '', part] = yuan(Math.abs(fen)).split('.')
  const grouped = count(Number(whole)) + (part === undefined ? '' : `.${part}`)
  return fen < 0 ? `−${grouped}` : grouped
}
