/**
 * Lets everybody else have a turn. An embedded database answers at once, so that work which only ever waits for it would keep
 * every other call waiting until its end.
 */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
