import type { Definition, Realm } from './realm'

/** One `setData` as it crossed WeChat's bridge. */
export interface DataTransfer {
  route: string
  /** Size of the JSON in UTF-8. */
  bytes: number
  /** Milliseconds since the program started, with a second for every step of the person. */
  at: number
}

type Handler = (this: unknown, ...values: unknown[]) => unknown
type Container = Record<string, unknown>

/** An open page. */
export interface PageInstance {
  route: string
  /** What templates are rendered with. */
  data: unknown
  /** What `getCurrentPages()` hands out: the page's own `this`. */
  self: object
  enter(): void
  show(): void
  hide(): void
  leave(): void
  /** The page's own functions, by the names templates bind. */
  methods: Record<string, Handler | undefined>
}

/** Sets a value at a path as `setData` spells it: `root.cn.[0].v`, `list[3].name`. */
function setAtPath(target: Container, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  if (last === undefined) return
  let place = target
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? last
    if (typeof place[key] !== 'object' || place[key] === null) place[key] = /^\d+$/.test(next) ? [] : {}
    place = place[key] as Container
  })
  place[last] = value
}

/**
 * Opens a page from what its script gave to `Page()`.
 *
 * @param onData told of every `setData`, before the page's callback
 */
export function createPageInstance(
  realm: Realm,
  route: string,
  query: Record<string, string>,
  definition: Definition,
  onData: (bytes: number) => void,
): PageInstance {
  const self: Container = {
    ...definition,
    route,
    options: realm.copy(query),
    data: realm.copy(definition.data ?? {}),
  }
  const call = (method: string, ...values: unknown[]) => {
    const handler = self[method]
    if (typeof handler === 'function') (handler as Handler).call(self, ...values)
  }
  Object.assign(self, {
    setData(change: Container, done?: () => void) {
      onData(Buffer.byteLength(JSON.stringify(change)))
      for (const [path, value] of Object.entries(change))
        setAtPath(self.data as Container, path, realm.copy(value))
      if (done) realm.later(done)
    },
    getPageId: () => route,
    selectComponent: () => null,
    getTabBar: () => null,
    getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
  })
  return {
    route,
    get data() {
      return self.data
    },
    self,
    enter() {
      call('onLoad', realm.copy(query))
      call('onShow')
      call('onReady')
    },
    show: () => call('onShow'),
    hide: () => call('onHide'),
    leave: () => call('onUnload'),
    methods: self as Record<string, Handler | undefined>,
  }
}
