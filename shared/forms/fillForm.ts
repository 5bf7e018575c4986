import type { Form, FormColumn, FormSheet, Labelled } from './form'
import type { Fill, FormDefinition } from './formDefinition'
import { sumOf } from './sumOf'
import { titleOf } from './titleOf'

/** What a person's row holds: text by what it fills in. What is not known is left out, and stays blank. */
export type Filled = Readonly<Partial<Record<Fill, string>>>

export interface FormPerson {
  filled: Filled
  /** Who lives together, where the form has a page for each household; null where no roster says. */
  household: string | null
}

export interface FormFacts {
  /** Of the form as a whole. */
  filled: Filled
  title: string
  /** Where the form comes from, in one sentence; undefined where the notice prints it. */
  source: string | undefined
  blankRows: number
  watermark: string
  /** Which of how many files this is, and the sums over all of them. */
  volume: { number: number; of: number; before: number; all: readonly FormPerson[] }
}

/** Fills a form in with people in their order. Pure: the same people give the same form. */
export function fillForm(definition: FormDefinition, facts: FormFacts, people: readonly FormPerson[]): Form {
  const { name, paper, rowMm, sheetPer } = definition
  const make = sheetMaker(definition, facts)
  const sheets = sheetPer === 'form' ? [make(people, facts.volume.before)] : groups(definition, people, make)
  return { name, paper, rowMm, sheets, watermark: facts.watermark }
}

type Make = (people: readonly FormPerson[], before: number) => FormSheet

function sheetMaker(
  definition: FormDefinition,
  { filled, title, source, blankRows, volume }: FormFacts,
): Make {
  const { columns, notes, foot, boxes, head, facts, total, sheetPer } = definition
  const isLast = volume.number === volume.of
  const titles = [
    titleOf(title, filled),
    ...(volume.of > 1 ? [`（第${volume.number}册，共${volume.of}册）`] : []),
  ]
  const sums = total && isLast && sheetPer === 'form' ? total : undefined
  // Whoever fills in rows by hand counts and adds up by hand.
  const counted = blankRows > 0 ? [] : volume.all
  const count = blankRows > 0 ? '' : String(volume.all.length)
  return (people, before) => {
    const values = { ...filled, people: count, ...people[0]?.filled }
    const label = (fields: FormDefinition['head']): Labelled[] =>
      fields.map((field) => ({ label: field.label, text: textOf(values, field.fill) }))
    const written = people.map((person, index) => rowOf(columns, person.filled, before + index + 1))
    const blank = isLast && columns.length > 0 ? blankRows : 0
    return {
      titles,
      head: label(head),
      facts: label(facts),
      columns: columns.map(columnOf),
      rows: [
        ...written,
        ...Array.from({ length: blank }, (_none, index) =>
          rowOf(columns, {}, before + people.length + index + 1),
        ),
      ],
      total: sums ? columns.map((column, index) => totalCell(sums, column.fill, index, counted)) : null,
      notes: [...notes, ...(source === undefined ? [] : [source])],
      foot: label(foot),
      boxes: [...boxes],
    }
  }
}

function groups({ sheetPer }: FormDefinition, people: readonly FormPerson[], make: Make): FormSheet[] {
  const groupsOf = new Map<string, FormPerson[]>()
  for (const [index, person] of people.entries()) {
    const together = sheetPer === 'household' ? person.household : null
    const key = together ?? `alone ${index}`
    groupsOf.set(key, [...(groupsOf.get(key) ?? []), person])
  }
  if (groupsOf.size === 0) return [make([], 0)]
  return [...groupsOf.values()].map((group) => make(group, 0))
}

const textOf = (filled: Filled, from: Fill | undefined): string =>
  from === undefined ? '' : (filled[from] ?? '')

const rowOf = (columns: FormDefinition['columns'], filled: Filled, serial: number): string[] =>
  columns.map(({ fill }) => (fill === 'serial' ? String(serial) : textOf(filled, fill)))

function totalCell(
  { label, sums }: NonNullable<FormDefinition['total']>,
  from: Fill | undefined,
  index: number,
  people: readonly FormPerson[],
): string {
  if (index === 0) return label
  return people.length > 0 && from !== undefined && sums.includes(from)
    ? sumOf(people.map(({ filled }) => textOf(filled, from)))
    : ''
}

const columnOf = ({ title, mm, type = 'text', align }: FormDefinition['columns'][number]): FormColumn => ({
  title,
  mm,
  type,
  align: align ?? (type === 'figure' ? 'right' : type === 'date' ? 'center' : 'left'),
})
