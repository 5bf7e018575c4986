import type { StepFault, Struck } from './faults'

/** Whose steps end together when a crash strikes: one invocation, or one actor. */
export interface Task {
  readonly name: string
  dead: boolean
  /** Called once, when a crash strikes. */
  onCrash?: () => void
}

/** One access to a port. */
export interface Step<T> {
  what: Struck
  verb: string
  object: string
  /** Answers `later` while something is in the way. */
  act: () => T | typeof later
  /** What the caller gets in place of an answer. @throws what it gets, where a port throws. */
  lost: (why: StepFault) => T
}

/** The answer of a step that cannot be taken yet. */
export const later = Symbol('later')

/** A step that has been asked for and not yet answered. */
export interface Waiting {
  task: Task
  step: Step<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  askedAt: number
  /** A fault strikes a step once at most. */
  struck: boolean
}
