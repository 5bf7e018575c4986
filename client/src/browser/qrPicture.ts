import qrcode from 'qrcode-generator'

/** White around the code, in squares of it: a scanner needs four (ISO/IEC 18004). */
const quiet = 4

/** A QR code of a short text as the address of a picture, black on white however the page is coloured, sharp at any size. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const side = code.getModuleCount()
  const squares: string[] = []
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      if (code.isDark(row, column)) squares.push(`M${column + quiet} ${row + quiet}h1v1h-1z`)
  const width = side + 2 * quiet
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" shape-rendering="crispEdges">` +
    `<rect width="${width}" height="${width}" fill="#fff"/><path d="${squares.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
