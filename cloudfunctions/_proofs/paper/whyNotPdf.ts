import type { Unfit } from '../proofRecord'

const endBytes = 1024

/** Names (ISO 32000) of what a paper has no need of; in a stream that is compressed they are not seen. */
const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)\b/

/** What is wrong with a PDF; undefined where nothing is seen to be. It is kept as it is: rewriting it would need a whole reader. */
export function whyNotPdf(file: Buffer): Unfit | undefined {
  const text = file.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-endBytes).includes('%%EOF')) return 'broken'
  if (/\/Encrypt\b/.test(text)) return 'locked'
  return active.test(text) ? 'active' : undefined
}
