/** A sum as somebody types it in yuan, in fen; undefined for what is none. */
export function fenOf(typed: string): number | undefined {
  // A comma sets off thousands; anywhere else it may be meant as a point.
  const plain = typed.normalize('NFKC').replace(/\s|,(?=\d{3}(?!\d))/g, '')
  const [, yuan, part = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(part.padEnd(2, '0'))
}
