interface Appointment {
  at: number
  /** Of two at the same time, the one made first comes first. */
  order: number
  act: () => void
}

/** What happens at a time, soonest first (a binary heap). */
export class Agenda {
  private readonly heap: Appointment[] = []
  private made = 0

  get isEmpty(): boolean {
    return this.heap.length === 0
  }

  /** When the soonest is due. */
  get next(): number {
    return this.heap[0]?.at ?? Infinity
  }

  add(at: number, act: () => void): void {
    const { heap } = this
    const appointment = { at, order: this.made++, act }
    let place = heap.length
    heap.push(appointment)
    while (place > 0) {
      const above = (place - 1) >> 1
      if (isBefore(heap[above] as Appointment, appointment)) break
      heap[place] = heap[above] as Appointment
      place = above
    }
    heap[place] = appointment
  }

  /** Removes the soonest. @throws where there is none. */
  take(): () => void {
    const { heap } = this
    const [first] = heap
    const last = heap.pop()
    if (!first || !last) throw new Error('nothing is on the agenda')
    if (heap.length > 0) this.sink(last)
    return first.act
  }

  private sink(appointment: Appointment): void {
    const { heap } = this
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Appointment, heap[below] as Appointment))
        below++
      if (isBefore(appointment, heap[below] as Appointment)) break
      heap[place] = heap[below] as Appointment
      place = below
    }
    heap[place] = appointment
  }
}

const isBefore = (a: Appointment, b: Appointment): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order)
