import { yuanText } from '../rules/money'

/** The sum of sums of money written as yuan with two decimals; an empty text counts nothing. Whole fen, so nothing is rounded. */
export function sumOf(texts: readonly string[]): string {
  const fen = texts.reduce((sum, text) => sum + Number(text.replace('.', '') || 0), 0)
  return yuanText(fen)
}
