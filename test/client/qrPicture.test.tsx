/** The invitation's picture says the token and nothing else, to any scanner. */
import jsQR from 'jsqr'
import { qrPicture } from '../../client/src/browser/qrPicture'

/** The picture as a scanner sees it, each square so many pixels wide. */
function pixelsOf(address: string, scale = 6) {
  const svg = decodeURIComponent(address.replace('data:image/svg+xml,', ''))
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let down = 0; down < scale; down += 1)
      for (let across = 0; across < scale; across += 1) {
        const at = ((Number(y) * scale + down) * width + Number(x) * scale + across) * 4
        pixels.set([0, 0, 0, 255], at)
      }
  return { pixels, width }
}

test.each(['Zk3_9f-Qa71LmN0pXy2Ws4', 'a'.repeat(64)])('a scanner reads %s', (token) => {
  const { pixels, width } = pixelsOf(qrPicture(token))
  expect(jsQR(pixels, width, width)?.data).toBe(token)
})
