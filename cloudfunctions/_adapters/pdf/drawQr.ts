import qrcode from 'qrcode-generator'

/**
 * Draws a QR code as squares of ink, so that it stays sharp however it is printed. The caller leaves white around it, at least
 * four squares wide (ISO/IEC 18004).
 */
export function drawQr(
  page: PDFKit.PDFDocument,
  text: string,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const modules = code.getModuleCount()
  const side = width / modules
  for (let row = 0; row < modules; row++)
    for (const { from, length } of runsIn(code, row, modules))
      page.rect(x + from * side, y + row * side, length * side, side)
  page.fill('#000000')
}

/** Neighbours in one rectangle: between two rectangles a printer may leave a hairline. */
function runsIn(code: { isDark(row: number, column: number): boolean }, row: number, modules: number) {
  const runs: { from: number; length: number }[] = []
  for (let column = 0; column < modules; column++) {
    if (!code.isDark(row, column)) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === column) last.length += 1
    else runs.push({ from: column, length: 1 })
  }
  return runs
}
