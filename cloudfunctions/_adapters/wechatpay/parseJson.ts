/** The parsed text, or undefined where it is not JSON; no schema of ours accepts undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
