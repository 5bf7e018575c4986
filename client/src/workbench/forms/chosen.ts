import type { ReplyOf, RequestOf } from '../../../../shared/contracts/contract'
import type { FormOffered, ListForms, PrepareForm } from '../../../../shared/contracts/forms'
import { forms as words } from '../../texts/forms'

/** What is chosen on the page; an empty text is not chosen yet, a town of null is a place without towns. */
export interface Chosen {
  form: FormOffered
  town: string | null
  village: string
  from: string
  to: string
  fill: 'people' | 'blank'
  blankRows: string
}

/** Blank rows one may ask for. */
export const blankRowChoices = ['0', '6', '12', '24', '48'] as const

/** As many as fill a page: what an empty form begins with. */
export const pageOfRows = '12'

/** @throws Error where a place has no form at all: every place has the common ones. */
export function firstChoice({ forms: [form], towns }: ReplyOf<typeof ListForms>): Chosen {
  if (!form) throw new Error('no forms here')
  const town = towns.length === 0 ? null : towns.length === 1 ? (towns[0] ?? null) : ''
  return { form, town, village: '', from: '', to: '', fill: 'people', blankRows: '0' }
}

/** What has to be mended before anything is asked for. */
export function mistakeIn({ form, town, village, fill, from, to }: Chosen): string | undefined {
  if (town === '') return words.townMissing
  if (form.perVillage && village === '' && fill === 'people') return words.prepareRefusals.villageMissing
  const isWrong = from === 'none' || to === 'none' || (from !== '' && to !== '' && from > to)
  return form.period && isWrong ? words.daysWrong : undefined
}

/** The same as a request. */
export function requestOf(chosen: Chosen, key: string): RequestOf<typeof PrepareForm> {
  const { form, town, village, from, to, fill } = chosen
  return {
    key,
    form: form.key,
    town,
    village: orNull(village),
    from: form.period ? orNull(from) : null,
    to: form.period ? orNull(to) : null,
    filled: fill === 'people',
    blankRows: form.hasRows ? Number(chosen.blankRows) : 0,
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)
