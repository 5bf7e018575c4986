import channels from './counterChannels.json'

/** Channels where somebody stands at a counter, in the order in which a form offers them. */
export const counterChannels: readonly string[] = Object.keys(channels)

/** Whether money of this channel passes through the town's own hands, so that the town must deposit it (缴存). */
export const isHeldByTown = (channel: string): boolean =>
  (channels as Readonly<Record<string, { held: boolean }>>)[channel]?.held ?? false
