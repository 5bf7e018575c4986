const lengths = [6, 4, 4, 4]

/** An ID number in the groups people read it in; `null` stands where a digit is missing once one is typed. */
export function idEcho(typed: string): (string | null)[] {
  const number = typed.replace(/\s/g, '').toUpperCase()
  if (number === '') return []
  const groups: (string | null)[] = []
  let start = 0
  for (const length of lengths) {
    const group = number.slice(start, start + length)
    if (group !== '') groups.push(group)
    start += length
  }
  if (number.length > start) groups.push(number.slice(start))
  if (number.length < 18) groups.push(null)
  return groups
}
