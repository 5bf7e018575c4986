import type { Filled } from './fillForm'

/** A blank in a title, as wide as a name is written. */
const blank = '＿＿＿＿'

const places = ['place', 'town', 'village', 'year'] as const

/**
 * A form's title with its blanks filled in, or left blank where nothing is known. `{village|村|社区}` leaves one of these
 * endings off, because the notice prints it behind the blank.
 */
export const titleOf = (title: string, filled: Filled): string =>
  title.replaceAll(/\{(\w+)((?:\|[^|}]+)*)\}/g, (_whole, name: string, endings: string) => {
    const known = places.find((place) => place === name)
    const text = known && filled[known]
    if (!text) return blank
    const ending = endings.split('|').find((one) => one !== '' && text.endsWith(one))
    return ending === undefined ? text : text.slice(0, -ending.length)
  })
