/** Yuan as a notice prints them, as whole fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)

/** Fen as yuan with two decimals, by text alone: no float comes between. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
