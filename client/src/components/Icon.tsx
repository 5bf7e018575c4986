import { Words } from './Element'

/** The drawings there are. */
export type Drawing =
  | 'next'
  | 'back'
  | 'tick'
  | 'clock'
  | 'house'
  | 'plus'
  | 'baby'
  | 'pair'
  | 'paper'
  | 'speech'
  | 'reckon'
  | 'phone'
  | 'lock'
  | 'info'
  | 'warn'
  | 'stop'
  | 'save'
  | 'copy'
  | 'bell'
  | 'book'

/** A line drawing in the colour of the text around it. It never stands alone for a meaning: words are beside it. */
export function Icon({ name, small }: { name: Drawing; small?: boolean }) {
  return <Words hidden className={`icon icon--${name}${small ? ' icon--s' : ''}`} />
}
