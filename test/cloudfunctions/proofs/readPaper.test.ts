import fc from 'fast-check'
import { orientationOf } from '../../../cloudfunctions/_proofs/paper/orientation'
import { readPaper } from '../../../cloudfunctions/_proofs/paper/readPaper'
import { exif, jpeg, pdf, png, withSegment, zip, zipEnd } from '../../papers'
import '../../propertySeed'

const kept = (file: Buffer): Buffer => {
  const read = readPaper(file)
  if ('unfit' in read) throw new Error(read.unfit)
  return read.kept
}

test('three kinds are taken, by their content', () => {
  expect(readPaper(jpeg())).toMatchObject({ kind: 'jpeg' })
  expect(readPaper(png())).toMatchObject({ kind: 'png' })
  expect(readPaper(pdf())).toMatchObject({ kind: 'pdf' })
})

test.each([
  ['a zip', zip()],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a program', Buffer.from('MZ\x90\0\x03', 'latin1')],
  ['a GIF', Buffer.from('GIF89a')],
  ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
  ['a PDF that begins later', Buffer.concat([Buffer.from('\n'), pdf()])],
  ['nothing', Buffer.alloc(0)],
])('%s is not taken, whatever it is called', (_what, file) => {
  expect(readPaper(file)).toEqual({ unfit: 'otherType' })
})

test.each([
  ['a picture that is a PDF too', withSegment(jpeg(), 0xfe, pdf())],
  ['a picture with a zip behind it', Buffer.concat([jpeg(), zip()])],
  ['a PNG with a zip behind it', Buffer.concat([png(), zip()])],
  ['a PDF with a zip behind it', Buffer.concat([pdf(), zipEnd])],
  ['a picture that is a page too', withSegment(jpeg(), 0xfe, Buffer.from('<HTML><script>'))],
])('%s is not taken', (_what, file) => {
  expect(readPaper(file)).toEqual({ unfit: 'twoKinds' })
})

test('a PDF with a password, or with a program, is not taken', () => {
  expect(readPaper(pdf('/Encrypt 5 0 R'))).toEqual({ unfit: 'locked' })
  expect(readPaper(pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'))).toEqual({ unfit: 'active' })
  expect(readPaper(pdf('/Names<</EmbeddedFiles 9 0 R>>'))).toEqual({ unfit: 'active' })
  expect(readPaper(pdf().subarray(0, 40))).toEqual({ unfit: 'broken' })
})

test.each(['II', 'MM'] as const)('where and with what a photograph was taken is not kept (%s)', (order) => {
  for (const orientation of [1, 3, 6, 8]) {
    const notes = withSegment(jpeg(), 0xe1, exif(orientation, order))
    const photograph = withSegment(notes, 0xfe, Buffer.from('taken at home'))
    const bare = kept(photograph)
    expect(bare.includes('GPS')).toBe(false)
    expect(bare.includes('taken at home')).toBe(false)
    // Which way up it is held is all that is left, so that a reader need not turn their head.
    if (orientation === 1) expect(bare).toEqual(kept(jpeg()))
    else expect(orientationOf(bare.subarray(2))).toBe(orientation)
  }
})

test('the text of a PNG and what comes after a picture is not kept', () => {
  const text = Buffer.concat([Buffer.from([0, 0, 0, 4]), Buffer.from('tEXthome'), Buffer.alloc(4)])
  const [head, tail] = [png().subarray(0, 33), png().subarray(33)]
  expect(kept(Buffer.concat([head, text, tail]))).toEqual(png())
  expect(kept(Buffer.concat([png(), Buffer.from('behind')]))).toEqual(png())
  expect(kept(Buffer.concat([jpeg(), Buffer.from('another picture')]))).toEqual(kept(jpeg()))
})

test('a picture that is cut off anywhere is broken', () => {
  const photograph = withSegment(jpeg(400), 0xe1, exif(6))
  for (const whole of [photograph, png()])
    for (let length = 8; length < whole.length; length += 1)
      expect(readPaper(whole.subarray(0, length))).toEqual({ unfit: 'broken' })
})

test('whatever bytes come, reading ends with an answer, and what is kept is kept again as it is', () => {
  const start = fc.constantFrom(jpeg(), png(), pdf(), withSegment(jpeg(), 0xe1, exif(6)))
  const damaged = fc
    .tuple(
      start,
      fc.array(fc.tuple(fc.nat(500), fc.nat(255)), { maxLength: 12 }),
      fc.uint8Array({ maxLength: 64 }),
    )
    .map(([file, changes, tail]) => {
      const copy = Buffer.concat([file, Buffer.from(tail)])
      for (const [at, value] of changes) copy[at % copy.length] = value
      return copy
    })
  fc.assert(
    fc.property(damaged, (file) => {
      const read = readPaper(file)
      if ('kept' in read) expect(readPaper(read.kept)).toEqual({ kind: read.kind, kept: read.kept })
    }),
    { numRuns: 2000 },
  )
})
