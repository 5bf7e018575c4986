import { Words } from './Element'

/** A part of a sentence: plain, or one that weighs more (a figure, a day) and never breaks over two lines. */
export type Phrase = string | { strong: string }

/** What a resident reads in one go. */
export type Sentence = string | readonly Phrase[]

/** Writes a sentence with its weights. */
export function Said({ text }: { text: Sentence }) {
  if (typeof text === 'string') return <>{text}</>
  return (
    <>
      {text.map((phrase, index) =>
        typeof phrase === 'string' ? (
          <Words key={index}>{phrase}</Words>
        ) : (
          <Words key={index} className="strong nowrap">
            {phrase.strong}
          </Words>
        ),
      )}
    </>
  )
}
