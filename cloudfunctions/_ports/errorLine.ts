/**
 * What of an error may stand in a log: its kind, its code and where it happened. Not its message, which may quote
 * a document, a request or a name.
 */
export function errorLine(thrown: unknown): { error: string; code?: string; where?: string } {
  if (!(thrown instanceof Error)) return { error: typeof thrown }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
  const where = thrown.stack
    ?.replace(thrown.message, '')
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?[^()\s]*\/(?=[^/]+:\d+:\d+\)?$)/, ''))
    .join(' < ')
  return { error: thrown.name, code, where }
}
