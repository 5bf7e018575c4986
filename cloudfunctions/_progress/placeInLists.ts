/** How far a walk through several lists, one after the other, is: in which of them, and the cursor in it. */
export interface PlaceInLists {
  list: number
  /** Left out at its beginning. */
  cursor?: string
}

/** As it leaves the service, and back; whatever else comes in begins at the beginning. */
export const writePlace = ({ list, cursor }: PlaceInLists): string => `${list}.${cursor ?? ''}`

export function readPlace(text: string | undefined): PlaceInLists {
  const [, list, cursor] = /^(\d{1,5})\.(.*)$/s.exec(text ?? '') ?? []
  if (list === undefined) return { list: 0 }
  return cursor === '' || cursor === undefined ? { list: Number(list) } : { list: Number(list), cursor }
}
