const longestMs = 4000

/** Says whether one call may begin another chunk: over a network a chunk takes seconds, in an embedded database no time. */
export function withinOneCall(): () => boolean {
  const started = performance.now()
  return () => performance.now() - started < longestMs
}
