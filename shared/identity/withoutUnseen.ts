/**
 * What nobody sees: controls but the end of a line and the tab, marks of direction that copying a number out of an address book
 * brings along, spaces of no width, and halves of characters. A name that holds one looks like another name, and no store takes
 * some of them.
 */
const unseen =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu

/** A text, of a request or of a file, as it is read. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')
