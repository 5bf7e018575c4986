import { keep, kept } from './storage'

const key = 'region'

/** The region (slug) last looked at on this device. */
export const keptRegion = (): string | undefined => {
  const region = kept(key)
  return typeof region === 'string' ? region : undefined
}

export const keepRegion = (region: string): void => keep(key, region)

/** The place chosen before, else the first of the list: places that still collect come first. */
export const chosenOf = <P extends { region: string }>(places: readonly P[]): P | undefined =>
  places.find(({ region }) => region === keptRegion()) ?? places[0]
