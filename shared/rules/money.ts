/** Yuan as a notice prints them, as whole fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)

/** Fen as yuan with two decimals, by text alone: no float comes between. */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Fen as yuan as a page shows it: whole yuan bare, else two decimals. */
export const yuanShown = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : yuanText(fen))
