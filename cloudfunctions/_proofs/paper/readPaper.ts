/** What a file is, by its content alone, and what of it is kept. */
import type { ProofKind } from '../../../shared/contracts/proof'
import type { Unfit } from '../proofRecord'
import { bareJpeg } from './bareJpeg'
import { barePng } from './barePng'
import { whyNotPdf } from './whyNotPdf'

export type ReadPaper = { kind: ProofKind; kept: Buffer } | { unfit: Unfit }

/** Signatures at the first byte; whatever a name or a phone says of the file counts for nothing. */
const signatures: Record<ProofKind, Buffer> = {
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  pdf: Buffer.from('%PDF-'),
}

/** The kind that a file begins as; undefined for anything that is not taken. */
export const kindOf = (head: Buffer): ProofKind | undefined =>
  (Object.keys(signatures) as ProofKind[]).find((kind) =>
    head.subarray(0, signatures[kind].length).equals(signatures[kind]),
  )

/** Reads a whole file. Pictures are kept without what the phone wrote into them: where, when, with what (EXIF, GPS). */
export function readPaper(file: Buffer): ReadPaper {
  const kind = kindOf(file)
  if (!kind) return { unfit: 'otherType' }
  if (isAnotherKindToo(file, kind)) return { unfit: 'twoKinds' }
  if (kind === 'pdf') {
    const unfit = whyNotPdf(file)
    return unfit ? { unfit } : { kind, kept: file }
  }
  const kept = kind === 'jpeg' ? bareJpeg(file) : barePng(file)
  return kept ? { kind, kept } : { unfit: 'broken' }
}

const headBytes = 1024
/** The farthest from its end at which a zip may say that it is one. */
const zipTailBytes = 22 + 65_535
const zipEnd = Buffer.from('PK\u0005\u0006', 'latin1')

/** 一个文件两种身份: readers differ in where they look for a signature, so a file can be one thing to us and another to them. */
function isAnotherKindToo(file: Buffer, kind: ProofKind): boolean {
  const head = file.subarray(0, headBytes).toString('latin1').toLowerCase()
  const isPdfToo = kind !== 'pdf' && head.includes('%pdf-')
  const isPage = /<(html|script|svg|!doctype)/.test(head)
  return isPdfToo || isPage || file.subarray(-zipTailBytes).includes(zipEnd)
}
