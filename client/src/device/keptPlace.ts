import { keep, kept } from './storage'

const key = 'region'

/** The region (slug) last looked at on this device. */
export const keptRegion = (): string | undefined => {
  const region = kept(key)
  return typeof region === 'string' ? region : undefined
}

export const keepRegion = (region: string): void => keep(key, region)

interface Listed {
  region: string
  collecting: boolean
}

/**
 * The place chosen before, else the family's, else the only one there is or that still collects; undefined where nobody but the resident
 * can say.
 */
export function placeOf<P extends Listed>(places: readonly P[], familys?: string): P | undefined {
  const region = keptRegion() ?? familys
  const collecting = places.filter((place) => place.collecting)
  const only = [places, collecting].find(({ length }) => length === 1)
  return places.find((place) => place.region === region) ?? only?.[0]
}

/** The same for a page that home leads to, where the place was asked for: whoever came past home gets the first of the list. */
export const chosenOf = <P extends Listed>(places: readonly P[]): P | undefined =>
  placeOf(places) ?? places[0]
