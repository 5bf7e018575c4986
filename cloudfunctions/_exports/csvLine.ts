/** One line of CSV by RFC 4180, its end included, that no spreadsheet computes: every export is written with it. */
export const csvLine = (cells: readonly string[]): string => csvLineAsIs(cells.map(harmless))

/** The same, for cells of which some are figures: a sum may begin with a minus. What is text is made `harmless` before. */
export const csvLineAsIs = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

/** A spreadsheet would run a text that begins like a formula; the apostrophe makes it a text. */
export const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
