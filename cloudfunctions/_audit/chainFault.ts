import type { CivilDay } from '../../shared/rules/civilDay'

/** What is wrong with the audit log, and where. */
export type ChainFault =
  /** An event of a link says something else than when it was linked, or no longer stands in that link. */
  | { kind: 'eventEdited'; seq: number; event: string }
  | { kind: 'eventRemoved'; seq: number; event: string }
  /** An event claims to stand in a link that does not have it. */
  | { kind: 'eventInserted'; seq: number; event: string }
  /** Who stood in an export is not what its event says, or is gone. */
  | { kind: 'takenEdited'; seq: number; event: string }
  /** A link is not what its own hash, or the link behind it, says. */
  | { kind: 'linkEdited'; seq: number }
  | { kind: 'linkRemoved'; seq: number }
  /** A sound link stands in the place of another. */
  | { kind: 'linkMoved'; seq: number }
  /** A document of the chain that no number leads to. */
  | { kind: 'linkInserted'; link: string }
  /** The head of a day, kept here or elsewhere, is not where the chain stood. */
  | { kind: 'headDiffers'; day: CivilDay }
  | { kind: 'headRemoved'; day: CivilDay }
  /** An event has waited for its link for more than an hour. */
  | { kind: 'eventLeft'; event: string }

/** Carries the first fault out of the walk. */
export class BrokenChain extends Error {
  constructor(readonly fault: ChainFault) {
    super(fault.kind)
  }
}
