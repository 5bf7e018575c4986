/** One line of CSV by RFC 4180, its end included, that no spreadsheet computes: every export is written with it. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map(harmless).map(quoted).join(',')}\r\n`

/** A spreadsheet would run a text that begins like a formula; the apostrophe makes it a text. */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
