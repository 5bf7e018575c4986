/** Watches one run: after every commit what can be seen at once, at the end what must hold when everything is quiet. */
import type { LogLine } from '../../../cloudfunctions/_ports/log'
import type { Change, DocumentVersions } from '../store/documentVersions'
import type { ScriptedWechat } from '../wechat/scriptedWechat'
import { atEnd } from './atEnd'
import { atCommit } from './atCommit'
import { onePayableOrderPerPerson } from './phone'

/** What an invariant can look at. */
export interface Sight {
  wechat: ScriptedWechat
  versions: DocumentVersions
}

/** One thing that must hold at every commit; what it says is what is wrong. */
export type CommitInvariant = (change: Change, sight: Sight) => string | undefined

/** One thing that must hold when everything is quiet: everything that is wrong. */
export type FinalInvariant = (sight: Sight) => string[]

export class Books {
  readonly violations: string[] = []
  /** Orders of which some phone holds what it takes to pay. */
  private readonly handedOut: string[] = []

  constructor(
    readonly sight: Sight,
    private readonly note: (line: string) => void,
  ) {}

  look(changes: readonly Change[]): void {
    for (const change of changes)
      for (const [name, invariant] of Object.entries(atCommit[change.collection] ?? {})) {
        const wrong = invariant(change, this.sight)
        if (wrong !== undefined) this.violated(`${name}: ${wrong}`)
      }
  }

  /** An invocation that ends in an error ends in an outage of a port, never in a bug of its own. */
  heard(line: LogLine): void {
    const { error } = line
    if (typeof error === 'string' && error !== 'SimulatedOutage')
      this.violated(
        `onlyOutagesThrow: ${line.event} ${String(line.useCase ?? '')} ${error} ${String(line.where ?? '')}`,
      )
  }

  /** What somebody outside saw. */
  check(name: string, wrong: readonly string[]): void {
    for (const one of wrong) this.violated(`${name}: ${one}`)
  }

  /** A phone was given what it takes to pay this order. */
  handed(orderNumber: string): void {
    this.check('onePayableOrderPerPerson', onePayableOrderPerPerson(this.sight, this.handedOut, orderNumber))
    if (!this.handedOut.includes(orderNumber)) this.handedOut.push(orderNumber)
  }

  close(): void {
    for (const [name, invariant] of Object.entries(atEnd))
      for (const wrong of invariant(this.sight)) this.violated(`${name}: ${wrong}`)
  }

  private violated(what: string): void {
    if (this.violations.includes(what)) return
    this.violations.push(what)
    this.note(`VIOLATED ${what}`)
  }
}
