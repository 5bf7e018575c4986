/**
 * A state machine (状态表) as data: for every state, the events that may happen to it and the state each leads to. What
 * is not in the table cannot happen; a state without events is terminal.
 */
export type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>

/** The state after an event, or undefined where the table has no such edge. */
export const stateAfter = <State extends string, Event extends string>(
  table: Transitions<State, Event>,
  state: State,
  event: Event,
): State | undefined => table[state][event]

/** All states, in the order of the table. */
export const statesOf = <State extends string>(table: Transitions<State, string>): State[] =>
  Object.keys(table) as State[]

export const isTerminal = <State extends string>(table: Transitions<State, string>, state: State): boolean =>
  Object.keys(table[state]).length === 0
