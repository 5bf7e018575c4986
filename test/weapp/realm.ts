import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import vm from 'node:vm'
import type { Answer } from './wxShim'

type Handler = (this: unknown, ...values: unknown[]) => unknown

/** What a page's script hands to `Page()` or `Component()`. */
export type Definition = Record<string, unknown> & { data?: unknown; methods?: Record<string, Handler> }

/** The JavaScript world a mini-program runs in: WeChat's globals, no browser's and no Node's. */
export interface Realm {
  /** Runs a script of the program once, as `require` does, and returns what it defined. */
  load(file: string): Definition | undefined
  /** What `App()` was given, once app.js is loaded. */
  app(): Definition
  /** A deep copy that belongs to this world, as everything that crosses WeChat's bridge is. */
  copy<Value>(value: Value): Value
  /** A promise of this world that ends as an answer of ours does. */
  promise(answer: Promise<Answer>): Promise<unknown>
  /** Told what the program throws outside of anyone's call. */
  report(error: unknown): void
  /** Calls back after the current turn, as WeChat does once a page is drawn. */
  later(callback: () => void): void
  /** How many timers shorter than 100 ms wait; longer ones are polls. */
  busy(): number
  /** Stops all timers. */
  close(): void
}

/** What the program finds besides the language. */
export interface Surroundings {
  wx: object
  getCurrentPages: () => unknown[]
  onError: (error: unknown) => void
}

const shortDelay = 100

/** WeChat replaces `Function`: `new Function(source)` does not throw, it yields a thing that does nothing. */
const deadFunction = `(function () {
  var Live = Function
  var Dead = function () {
    if (arguments.length && arguments[arguments.length - 1] === 'return this') return function () { return globalThis }
  }
  Dead.prototype = Live.prototype
  Live.prototype.constructor = Dead
  globalThis.Function = Dead
})()`

function createTimers(onError: (error: unknown) => void) {
  const waiting = new Map<number, { timer: NodeJS.Timeout; short: boolean }>()
  let last = 0
  const start = (callback: Handler, delay: number, repeat: boolean, values: unknown[]) => {
    const id = ++last
    const run = () => {
      if (!repeat) waiting.delete(id)
      try {
        callback(...values)
      } catch (error) {
        onError(error)
      }
    }
    const timer = repeat ? setInterval(run, delay) : setTimeout(run, delay)
    waiting.set(id, { timer, short: !repeat && delay < shortDelay })
    return id
  }
  const stop = (id: number) => {
    clearTimeout(waiting.get(id)?.timer)
    waiting.delete(id)
  }
  return {
    globals: {
      setTimeout: (callback: Handler, delay = 0, ...values: unknown[]) =>
        start(callback, delay, false, values),
      setInterval: (callback: Handler, delay = 0, ...values: unknown[]) =>
        start(callback, delay, true, values),
      clearTimeout: stop,
      clearInterval: stop,
    },
    busy: () => [...waiting.values()].filter((it) => it.short).length,
    close: () => [...waiting.keys()].forEach(stop),
  }
}

interface Module {
  exports: unknown
  definition?: Definition
}

type Wrapper = (require: (file: string) => unknown, module: Module, exports: unknown) => void

const scripts = new Map<string, vm.Script>()

/** A file of the program, compiled once per process: each of its worlds runs the same script. */
function scriptOf(file: string): vm.Script {
  const before = scripts.get(file)
  if (before) return before
  const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`
  const script = new vm.Script(source, { filename: file })
  scripts.set(file, script)
  return script
}

/** Builds the world of one running mini-program whose files lie in `dist`. */
export function createRealm(dist: string, surroundings: Surroundings): Realm {
  const timers = createTimers(surroundings.onError)
  const modules = new Map<string, Module>()
  const loading: Module[] = []
  let app: Definition | undefined
  const define = (definition: Definition) => {
    const current = loading.at(-1)
    if (current) current.definition = definition
  }
  const log = (...words: unknown[]) => surroundings.onError(words.length === 1 ? words[0] : words.join(' '))
  const silent = () => undefined
  const context = vm.createContext({
    ...timers.globals,
    wx: surroundings.wx,
    console: { log: silent, info: silent, debug: silent, warn: silent, error: log },
    App: (definition: Definition) => void (app = definition),
    Page: define,
    Component: define,
    Behavior: (definition: Definition) => definition,
    getApp: () => app,
    getCurrentPages: surroundings.getCurrentPages,
    requirePlugin: () => ({}),
    __wxConfig: {},
  })
  vm.runInContext('var global = this', context)
  vm.runInContext(deadFunction, context)
  const parse = vm.runInContext('JSON.parse', context) as typeof JSON.parse
  const follow = vm.runInContext('(function (attach) { return new Promise(attach) })', context) as (
    attach: (resolve: (reply: unknown) => void, reject: (reply: unknown) => void) => void,
  ) => Promise<unknown>

  function run(file: string): Module {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const before = modules.get(path)
    if (before) return before
    const module: Module = { exports: {} }
    modules.set(path, module)
    loading.push(module)
    const wrapper = scriptOf(join(dist, path)).runInContext(context) as Wrapper
    const require = (wanted: string) => run(posix.join(posix.dirname(path), wanted)).exports
    wrapper(require, module, module.exports)
    loading.pop()
    return module
  }

  return {
    load: (file) => run(file).definition,
    app: () => {
      if (!app) throw new Error('app.js did not call App()')
      return app
    },
    copy: <Value>(value: Value) => (value === undefined ? value : (parse(JSON.stringify(value)) as Value)),
    promise: (answer) =>
      follow((resolve, reject) => void answer.then(({ ok, reply }) => (ok ? resolve(reply) : reject(reply)))),
    report: surroundings.onError,
    later: (callback) => void timers.globals.setTimeout(callback, 0),
    busy: timers.busy,
    close: timers.close,
  }
}
