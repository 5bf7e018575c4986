/** A key of the shape the service takes. Needs to be unlikely to repeat, not secret: the service binds it to the caller. */
export function newKey(): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(Math.random() * 16).toString(16)).join('')
  return [8, 4, 4, 4, 12].map(digits).join('-')
}
