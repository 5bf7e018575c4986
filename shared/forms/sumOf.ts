/** The sum of sums of money written as yuan with two decimals; an empty text counts nothing. Whole fen, so nothing is rounded. */
export function sumOf(texts: readonly string[]): string {
  const fen = texts.reduce((sum, text) => sum + Number(text.replace('.', '') || 0), 0)
  return yuanText(fen)
}

/** A sum in fen as a form writes it: yuan with two decimals. */
export function yuanText(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
