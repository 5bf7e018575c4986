import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMiniProgram, type CompiledTemplates } from './compile'
import { createNavigation } from './navigation'
import { createPageInstance, type DataTransfer, type PageInstance } from './pageInstance'
import { PageView, type Dispatch } from './pageView'
import { createRealm } from './realm'
import { createRenderer } from './render'
import { createWxShim, type Outside, type WxCall } from './wxShim'
import { attribute, type WxmlNode } from './wxml'

interface AppSettings {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

/** A mini-program that runs. */
export interface MiniProgram {
  /** The page in front. */
  readonly page: PageView
  /** The routes of all open pages, the one in front last. */
  readonly routes: string[]
  /** Every page app.json lists, those of subpackages too. */
  readonly pages: string[]
  /** What was asked of `wx`, in order. */
  readonly calls: WxCall[]
  /** What the program threw or wrote with `console.error`, and what the templates complained of. Should stay empty. */
  readonly problems: string[]
  /** Every tappable element without a name that was to be seen whenever the program came to rest. Should stay empty. */
  readonly nameless: string[]
  /** Opens a page as a shared link does, on an empty stack, and waits until it is quiet. */
  open(url: string): Promise<PageView>
  /** Waits until nothing happens any more: no call under way, no short timer, no new data. */
  settle(): Promise<void>
  /** Taps, waits until it is quiet, and returns the page then in front. */
  tap(name: string): Promise<PageView>
  /** Types into a field, and waits until it is quiet. */
  input(name: string, value: string): Promise<PageView>
  /** WeChat's own back button. */
  back(): Promise<PageView>
  /** The program goes to the background and comes back, as on a visit to another app. */
  leaveAndReturn(): Promise<PageView>
  /** Stops its timers. To be called at the end of each test. */
  close(): void
}

const compiled = new Map<string, CompiledTemplates>()

function templatesOf(dist: string): CompiledTemplates {
  const templates = compiled.get(dist) ?? compileMiniProgram(dist)
  compiled.set(dist, templates)
  return templates
}

function allPages(settings: AppSettings): string[] {
  const packages = settings.subPackages ?? settings.subpackages ?? []
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...settings.pages, ...inPackages]
}

/** What a page may take to come to rest, on a busy machine. */
const restMs = 30_000

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Starts a built mini-program in Node as WeChat would: official template compiler, a bare JavaScript world with a dead
 * `Function`, WeChat's page stack. Templates and scripts are compiled once per process and folder.
 *
 * @param dist the folder that holds app.json
 * @param outside what the cloud, the payer and the person answer
 * @throws where templates do not compile or a script fails while it loads
 */
export async function startMiniProgram(dist: string, outside: Outside = {}): Promise<MiniProgram> {
  const templates = templatesOf(dist)
  const render = createRenderer(dist, templates)
  const settings = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppSettings
  const pages = allPages(settings)
  const started = Date.now()
  let steps = 0
  /** Tests tap faster than a finger can: a person takes a second from one step to the next, at least. */
  const now = () => Date.now() - started + steps * 1000
  const stack: PageInstance[] = []
  const transfers: (DataTransfer & { page: PageInstance })[] = []
  const problems: string[] = []
  const nameless = new Set<string>()
  const warningsBefore = templates.warnings.length
  const notice = (problem: unknown) =>
    void problems.push(
      problem instanceof Error || hasStack(problem) ? String(problem.stack) : String(problem),
    )

  const wx: Record<string, unknown> = {}
  const realm = createRealm(dist, {
    wx,
    getCurrentPages: () => stack.map((page) => page.self),
    onError: notice,
  })

  function open(route: string, query: Record<string, string>): PageInstance {
    const definition = realm.load(route)
    if (!definition) throw new Error(`${route}.js did not call Page()`)
    const page: PageInstance = createPageInstance(realm, route, query, definition, (bytes) =>
      transfers.push({ page, route, bytes, at: now() }),
    )
    return page
  }

  const tabs = settings.tabBar?.list.map((tab) => tab.pagePath) ?? []
  const navigation = createNavigation(stack, { pages, tabs, open })
  const shim = createWxShim(realm, navigation, outside)
  Object.assign(wx, shim.wx)

  function front(): PageInstance {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  let drawn: { page: PageInstance; after: number; tree: WxmlNode } | undefined

  /** The page as it stands, drawn anew only where data has come since: a person looks many times at one screen. */
  function draw(page: PageInstance): WxmlNode {
    if (drawn?.page !== page || drawn.after !== transfers.length)
      drawn = { page, after: transfers.length, tree: render(page.route, page.data) }
    return drawn.tree
  }

  function view(): PageView {
    const page = front()
    const dispatch: Dispatch = (node, handler, event) => {
      const methods = node.owner === undefined ? page.methods : (realm.load(node.owner)?.methods ?? {})
      if ((event as { type?: string }).type === 'agreeprivacyauthorization')
        shim.tapped(attribute(node, 'id'))
      try {
        methods[handler]?.call(page.self, realm.copy(event))
      } catch (error) {
        notice(error)
      }
    }
    const ownTransfers = () => transfers.filter((it) => it.page === page)
    return new PageView(page.route, () => draw(page), dispatch, ownTransfers)
  }

  async function settle(): Promise<void> {
    const deadline = Date.now() + restMs
    for (let quiet = 0; quiet < 3;) {
      const before = transfers.length + shim.calls.length
      await pause(4)
      const still =
        shim.pending() === 0 && realm.busy() === 0 && before === transfers.length + shim.calls.length
      quiet = still ? quiet + 1 : 0
      if (Date.now() > deadline) throw new Error(`${front().route} did not come to rest within ${restMs} ms`)
    }
  }

  async function afterwards(): Promise<PageView> {
    await settle()
    steps += 1
    const page = view()
    for (const element of page.nameless) nameless.add(`${page.route}: ${element}`)
    return page
  }

  const callApp = (event: string, value?: unknown) => {
    const handler = realm.app()[event]
    if (typeof handler === 'function') (handler as (it: unknown) => void).call(realm.app(), value)
  }

  async function openUrl(url: string): Promise<PageView> {
    const refusal = navigation.reLaunch({ url: url.startsWith('/') ? url : `/${url}` })
    if (refusal) throw new Error(refusal)
    return afterwards()
  }

  const launch = realm.copy({ path: navigation.home, query: {}, scene: 1001 })
  realm.load('app.js')
  callApp('onLaunch', launch)
  callApp('onShow', launch)
  await openUrl(navigation.home)

  return {
    get page() {
      return view()
    },
    get routes() {
      return stack.map((page) => page.route)
    },
    pages,
    calls: shim.calls,
    get problems() {
      return [...problems, ...templates.warnings.slice(warningsBefore)]
    },
    get nameless() {
      return [...nameless]
    },
    open: openUrl,
    settle,
    tap(name) {
      view().tap(name)
      return afterwards()
    },
    input(name, value) {
      view().input(name, value)
      return afterwards()
    },
    back() {
      navigation.navigateBack({})
      return afterwards()
    },
    leaveAndReturn() {
      front().hide()
      callApp('onHide')
      callApp('onShow', launch)
      front().show()
      return afterwards()
    },
    close: realm.close,
  }
}

/** Errors of the program's own world are no instances of our Error. */
function hasStack(value: unknown): value is { stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value
}
