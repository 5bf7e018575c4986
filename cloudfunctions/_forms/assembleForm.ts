import { fillForm, type Filled } from '../../shared/forms/fillForm'
import type { Form } from '../../shared/forms/form'
import type { FormDefinition } from '../../shared/forms/formDefinition'
import type { PolicyTable } from '../../shared/policy/table'
import { dayText } from '../../shared/rules/civilDay'
import { watermarkLine } from '../_exports/watermarkLine'
import { civilDayOf } from '../_ports/clock'
import type { StaffPorts } from '../_ports/ports'
import type { FormDocument } from './formRecord'
import { formRows, type GatheredPerson } from './formRows'
import words from './formWords.json'
import { formOf, naming } from './offeredForms'

/** A form ready to be written out, a volume at a time. */
export interface AssembledForm {
  definition: FormDefinition
  /** How many volumes the form comes in, each a file. */
  volumes: number
  /** One volume, counted from 1; with `atMost`, its first people only; and who stands in it. */
  volume(number: number, atMost?: number): { form: Form; residentIds: string[] }
}

/** Everybody gathered for a form, in order, ready to be written out. @throws Error where its table is gone. */
export async function assembleForm(ports: StaffPorts, standing: FormDocument): Promise<AssembledForm> {
  const { region, coverageYear, form } = standing.fields
  const table = ports.policies.inForce(region, coverageYear)?.table
  const definition = table && formOf(table, form)
  if (!definition) throw new Error(`form ${standing.id} has lost its table`)
  const people = (await formRows(ports, standing)).sort(byHome)
  const volumes = Math.max(1, Math.ceil(people.length / definition.volume))
  const facts = {
    filled: filledOnce(table, standing),
    title: naming(table, definition)?.title ?? definition.title,
    source: sourceOf(table, definition),
    blankRows: standing.fields.blankRows,
    watermark: watermarkLine(ports),
  }
  return {
    definition,
    volumes,
    volume(number, atMost = definition.volume) {
      const before = (number - 1) * definition.volume
      const some = people.slice(before, before + Math.min(atMost, definition.volume))
      const of = { number, of: volumes, before, all: people }
      const form = fillForm(definition, { ...facts, volume: of }, some)
      return { form, residentIds: some.map(({ residentId }) => residentId) }
    },
  }
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

function byHome({ order: one }: GatheredPerson, { order: other }: GatheredPerson): number {
  for (const [index, text] of one.entries()) {
    const by = collator.compare(text, other[index] ?? '')
    if (by !== 0) return by
  }
  return 0
}

function filledOnce({ place }: PolicyTable, { fields }: FormDocument): Filled {
  const { town, village, coverageYear, startedAt } = fields
  return {
    place: place.name,
    year: String(coverageYear),
    today: dayText(civilDayOf(startedAt)),
    ...(town === null ? {} : { town }),
    ...(village === null ? {} : { village }),
  }
}

function sourceOf(table: PolicyTable, definition: FormDefinition): string | undefined {
  const named = naming(table, definition)
  if (!named) return words.source.own
  return named.printed ? undefined : words.source.named
}
