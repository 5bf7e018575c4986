import { withoutUnseen } from '../../shared/identity/withoutUnseen'

/** Deeper than any contract asks, and far less deep than what would fill a stack. */
const deepest = 16

/** A request without what nobody sees in its texts, and without what lies deeper than any contract. */
export function plainRequest(request: unknown, depth = 0): unknown {
  if (typeof request === 'string') return withoutUnseen(request)
  if (typeof request !== 'object' || request === null) return request
  if (depth === deepest) return undefined
  if (Array.isArray(request)) return request.map((item) => plainRequest(item, depth + 1))
  return Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, plainRequest(value, depth + 1)]),
  )
}
