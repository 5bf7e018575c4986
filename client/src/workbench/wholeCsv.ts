/** Where the next piece begins; nothing for the first. */
type From = { cursor?: string }
type Piece = { kind: 'done'; reply: { csv: string; cursor?: string | undefined } }

/** An export asked for piece after piece until it is whole, or the answer that did not bring one. */
export async function wholeCsv<Other extends { kind: 'refused' | 'unreached' }>(
  ask: (from: From) => Promise<Piece | Other>,
): Promise<{ kind: 'whole'; csv: string } | Other> {
  let csv = ''
  let from: From | undefined = {}
  while (from) {
    const answer: Piece | Other = await ask(from)
    if (answer.kind !== 'done') return answer
    const { cursor }: Piece['reply'] = answer.reply
    csv += answer.reply.csv
    from = cursor === undefined ? undefined : { cursor }
  }
  return { kind: 'whole', csv }
}
