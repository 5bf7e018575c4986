/** Deeper than any contract asks, and far less deep than what would fill a stack. */
const deepest = 16

/**
 * What nobody sees: controls but the end of a line and the tab, marks of direction that copying a number out of an address book
 * brings along, spaces of no width, and halves of characters. A name that holds one looks like another name, and no store takes
 * some of them.
 */
const unseen =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu

/** A request without what nobody sees in its texts, and without what lies deeper than any contract. */
export function plainRequest(request: unknown, depth = 0): unknown {
  if (typeof request === 'string') return request.replace(unseen, '')
  if (typeof request !== 'object' || request === null) return request
  if (depth === deepest) return undefined
  if (Array.isArray(request)) return request.map((item) => plainRequest(item, depth + 1))
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, plainRequest(value, depth + 1)]),
  )
}
