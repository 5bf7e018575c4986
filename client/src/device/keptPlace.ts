import { keep, kept } from './storage'

const key = 'region'

/** The region (slug) last looked at on this device. */
export const keptRegion = (): string | undefined => {
  const region = kept(key)
  return typeof region === 'string' ? region : undefined
}

export const keepRegion = (region: string): void => keep(key, region)
