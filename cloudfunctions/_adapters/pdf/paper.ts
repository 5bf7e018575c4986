/** An A4 page in points (1/72 inch), and the sizes of what stands on it. */
export const margin = 56
const a4Width = 595.28
export const contentWidth = a4Width - 2 * margin

export const sizes = { title: 26, subtitle: 12, row: 14, note: 11 } as const

/** The width of the column of labels. */
export const labelWidth = 110

/** 34 mm: a phone reads it at arm's length, also from a bad copy. */
export const codeWidth = 96

export const ink = '#13202C'
export const inkSecond = '#3A4753'
