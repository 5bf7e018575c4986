/** Text in GB18030 as offices' spreadsheets save it; what Node reads and does not write. */
const pairs = new Map<string, Buffer>()

function learn(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const pair = Buffer.from([lead, trail])
      const character = decoder.decode(pair)
      if (character.length === 1 && character !== '\uFFFD') pairs.set(character, pair)
    }
}

/** @throws RangeError for a character beyond the two bytes of the common ones. */
export function gb18030(text: string): Buffer {
  if (pairs.size === 0) learn()
  return Buffer.concat(
    [...text].map((character) => {
      if (character < '\u0080') return Buffer.from(character, 'latin1')
      const pair = pairs.get(character)
      if (!pair) throw new RangeError(`no two bytes for ${character}`)
      return pair
    }),
  )
}
