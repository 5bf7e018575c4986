/** Single edits behind the service's back, each with the fault that must be named. */
import { hashOfLink, linkId } from '../../../cloudfunctions/_audit/auditRecord'
import type { ChainFault } from '../../../cloudfunctions/_audit/chainFault'
import { asFields, eventAt, type ChainOnFile, type Written } from './chainFile'

export type Edit = { collection: string; id: string; fields: Written | undefined }

export interface Tampering {
  what: string
  edits: Edit[]
  fault: ChainFault
}

/** Takes one of several, as the property wants it. */
export type Pick = <T>(from: readonly T[]) => T
const otherThan = (value: unknown): unknown[] =>
  ['', 'x', 0, 1, 2, -1, 0.5, 99, true, null, [], '2030-11-20T01:00:00.001Z', 'f'.repeat(64)].filter(
    (other) => other !== value,
  )

const eventsOf = (chain: ChainOnFile) => [...chain.all('auditEvents')]
const linksOf = (chain: ChainOnFile) => [...chain.all('auditChain')]
const headsOf = (chain: ChainOnFile) => [...chain.all('auditHeads')]
const seqOf = (fields: Written): number => Number(fields.seq ?? fields.link)
const firstIn = (chain: ChainOnFile, seq: number, ids: readonly string[]): string =>
  (chain.all('auditChain').get(linkId(seq))?.events as { id: string }[])
    .map(({ id }) => id)
    .find((id) => ids.includes(id)) ?? ''

/** Each makes one edit of a chain, or none where the chain is too short for it. */
export const tamperings: readonly ((chain: ChainOnFile, pick: Pick) => Tampering | undefined)[] = [
  (chain, pick) => {
    const [id, fields] = pick(eventsOf(chain))
    const name = pick(['actor', 'action', 'object', 'at', 'details', 'added'])
    const edited = { ...fields, [name]: pick(otherThan(fields[name])) }
    const fault = { kind: 'eventEdited', seq: seqOf(fields), event: id } as const
    return { what: `event ${name}`, edits: [{ collection: 'auditEvents', id, fields: edited }], fault }
  },
  (chain, pick) => {
    const [id, fields] = pick(eventsOf(chain))
    const details = { ...(fields.details as Written), fen: 1 }
    const fault = { kind: 'eventEdited', seq: seqOf(fields), event: id } as const
    return {
      what: 'a sum',
      edits: [{ collection: 'auditEvents', id, fields: { ...fields, details } }],
      fault,
    }
  },
  (chain, pick) => {
    const [id, fields] = pick(eventsOf(chain))
    const link = pick(otherThan(fields.link))
    const earlier = linksOf(chain).some(([, { seq }]) => seq === link) && Number(link) < seqOf(fields)
    const fault: ChainFault = earlier
      ? { kind: 'eventInserted', seq: Number(link), event: id }
      : { kind: 'eventEdited', seq: seqOf(fields), event: id }
    return {
      what: 'event link',
      edits: [{ collection: 'auditEvents', id, fields: { ...fields, link } }],
      fault,
    }
  },
  (chain, pick) => {
    const [id, fields] = pick(eventsOf(chain))
    const fault = { kind: 'eventRemoved', seq: seqOf(fields), event: id } as const
    return { what: 'event gone', edits: [{ collection: 'auditEvents', id, fields: undefined }], fault }
  },
  (chain, pick) => {
    const [[one, a], [other, b]] = [pick(eventsOf(chain)), pick(eventsOf(chain))]
    if (one === other) return undefined
    const seq = Math.min(seqOf(a), seqOf(b))
    const there = [...(seqOf(a) === seq ? [one] : []), ...(seqOf(b) === seq ? [other] : [])]
    const edits = [
      { collection: 'auditEvents', id: one, fields: b },
      { collection: 'auditEvents', id: other, fields: a },
    ]
    return {
      what: 'events swapped',
      edits,
      fault: { kind: 'eventEdited', seq, event: firstIn(chain, seq, there) },
    }
  },
  (chain, pick) => {
    const [, fields] = pick(eventsOf(chain))
    const [, { seq }] = pick(linksOf(chain))
    const fault = { kind: 'eventInserted', seq: Number(seq), event: 'stray' } as const
    return {
      what: 'event added',
      edits: [{ collection: 'auditEvents', id: 'stray', fields: { ...fields, link: seq } }],
      fault,
    }
  },
  (_, pick) => {
    const fields = { ...eventAt('2030-11-24T04:30:00.000Z'), link: pick([-1, 0.5, 1.5, 77]) }
    const fault = { kind: 'eventInserted', seq: fields.link, event: 'stray' } as const
    return { what: 'event of no link', edits: [{ collection: 'auditEvents', id: 'stray', fields }], fault }
  },
  (_, pick) => {
    const fields = { ...eventAt(pick(['2030-11-24T03:59:59.000Z', '2029-01-01T00:00:00.000Z'])), link: 0 }
    return {
      what: 'event left',
      edits: [{ collection: 'auditEvents', id: 'stray', fields }],
      fault: { kind: 'eventLeft', event: 'stray' },
    }
  },
  (chain, pick) => {
    const [id, fields] = pick(linksOf(chain))
    const name = pick(['seq', 'at', 'previous', 'events', 'hash', 'added'])
    const edited = { ...fields, [name]: pick(otherThan(fields[name])) }
    const fault = { kind: 'linkEdited', seq: seqOf(fields) } as const
    return { what: `link ${name}`, edits: [{ collection: 'auditChain', id, fields: edited }], fault }
  },
  (chain, pick) => {
    const [id, fields] = pick(linksOf(chain))
    const events = fields.events as Written[]
    const at = pick([...events.keys()])
    const changed = pick([
      events.filter((_, i) => i !== at),
      events.map((event, i) => (i === at ? { ...event, hash: 'f'.repeat(64) } : event)),
      events.map((event, i) => (i === at ? { ...event, id: 'stray' } : event)),
      [...events, { id: 'stray', hash: 'f'.repeat(64) }],
    ])
    const fault = { kind: 'linkEdited', seq: seqOf(fields) } as const
    return {
      what: 'link’s list',
      edits: [{ collection: 'auditChain', id, fields: { ...fields, events: changed } }],
      fault,
    }
  },
  (chain, pick) => {
    const [id, fields] = pick(linksOf(chain))
    return {
      what: 'link gone',
      edits: [{ collection: 'auditChain', id, fields: undefined }],
      fault: { kind: 'linkRemoved', seq: seqOf(fields) },
    }
  },
  (chain, pick) => {
    const [[one, a], [other, b]] = [pick(linksOf(chain)), pick(linksOf(chain))]
    if (one === other) return undefined
    const edits = [
      { collection: 'auditChain', id: one, fields: b },
      { collection: 'auditChain', id: other, fields: a },
    ]
    return { what: 'links swapped', edits, fault: { kind: 'linkMoved', seq: Math.min(seqOf(a), seqOf(b)) } }
  },
  (chain, pick) => {
    const [, fields] = pick(linksOf(chain))
    return {
      what: 'link copied',
      edits: [{ collection: 'auditChain', id: 'stray', fields }],
      fault: { kind: 'linkInserted', link: 'stray' },
    }
  },
  (chain, pick) => {
    // With a hash to fit, as only somebody who knows the form could: the link behind it remembers.
    const links = linksOf(chain)
    const [id, fields] = pick(links)
    if (seqOf(fields) === links.length) return undefined
    const edited = { ...fields, at: '2030-11-20T01:00:00.001Z' }
    const written = { ...edited, hash: hashOfLink(asFields(edited)) }
    return {
      what: 'link written anew',
      edits: [{ collection: 'auditChain', id, fields: written }],
      fault: { kind: 'linkEdited', seq: seqOf(fields) },
    }
  },
  (chain, pick) => {
    const heads = headsOf(chain)
    if (heads.length === 0) return undefined
    const [id, fields] = pick(heads)
    const name = pick(['day', 'seq', 'hash', 'events', 'added'])
    const edited = pick([{ ...fields, [name]: pick(otherThan(fields[name])) }, undefined])
    const fault = { kind: edited ? 'headDiffers' : 'headRemoved', day: id } as const
    return { what: `head ${name}`, edits: [{ collection: 'auditHeads', id, fields: edited }], fault }
  },
  (chain) => {
    const fields = { day: '2030-11-22', seq: 1, hash: linksOf(chain)[0]?.[1].hash, events: 1 }
    return {
      what: 'head added',
      edits: [{ collection: 'auditHeads', id: '2030-11-22', fields }],
      fault: { kind: 'headDiffers', day: '2030-11-22' },
    }
  },
]
