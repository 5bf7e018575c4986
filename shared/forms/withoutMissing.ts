import type { Form, FormSheet, Labelled } from './form'

/** 〓, the mark for a missing sort, rather than an empty box or nothing at all. */
const missingSort = '〓'

/** Every word on a form, to look for characters that a font does not have. */
export const wordsOf = (form: Form): string => {
  const words = new Set<string>()
  mapForm(form, (text) => {
    for (const character of text) words.add(character)
    return text
  })
  return [...words].join('')
}

/** The form with missing characters marked, and each sheet that has one saying what the mark means. */
export function withoutMissing(form: Form, missing: readonly string[], says: string): Form {
  if (missing.length === 0) return form
  const mark = (text: string): string =>
    Array.from(text, (character) => (missing.includes(character) ? missingSort : character)).join('')
  const marked = mapForm(form, mark)
  return {
    ...marked,
    sheets: marked.sheets.map((sheet, index) =>
      JSON.stringify(sheet) === JSON.stringify(form.sheets[index])
        ? sheet
        : { ...sheet, notes: [...sheet.notes, says] },
    ),
  }
}

/** The form with every text changed. */
function mapForm(form: Form, change: (text: string) => string): Form {
  const labels = (fields: readonly Labelled[]): Labelled[] =>
    fields.map(({ label, text }) => ({ label: change(label), text: change(text) }))
  const sheet = (one: FormSheet): FormSheet => ({
    titles: one.titles.map(change),
    head: labels(one.head),
    facts: labels(one.facts),
    columns: one.columns.map((column) => ({ ...column, title: change(column.title) })),
    rows: one.rows.map((row) => row.map(change)),
    total: one.total && one.total.map(change),
    notes: one.notes.map(change),
    foot: labels(one.foot),
    boxes: one.boxes.map((box) => ({ ...box, label: change(box.label) })),
  })
  return { ...form, watermark: change(form.watermark), sheets: form.sheets.map(sheet) }
}
