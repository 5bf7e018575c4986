import type { PageInstance } from './pageInstance'

/** WeChat keeps at most ten pages. */
const deepest = 10

/** Moves between pages; each returns WeChat's reason where it refuses, else nothing. */
export interface Navigation {
  /** The route the program opens with. */
  home: string
  navigateTo(options: Target): string | undefined
  redirectTo(options: Target): string | undefined
  reLaunch(options: Target): string | undefined
  switchTab(options: Target): string | undefined
  navigateBack(options: Target): string | undefined
}

/** What a program says about where it goes. */
export interface Target {
  url?: string
  delta?: number
}

/** What navigation needs to know of the program. */
export interface Routes {
  pages: string[]
  tabs: string[]
  open(route: string, query: Record<string, string>): PageInstance
}

interface Place {
  route: string
  query: Record<string, string>
}

function resolve(url: string, from: string): Place {
  const absolute = url.startsWith('/') ? url : new URL(url, `page:///${from}`).href.replace('page://', '')
  const [route = '', search = ''] = absolute.slice(1).split('?')
  // WeChat hands the query on as written: the page decodes it.
  const pairs = search.split('&').filter(Boolean)
  const query = Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')]
    }),
  )
  return { route, query }
}

/** WeChat's page stack. The array is the stack itself, the page in front last. */
export function createNavigation(stack: PageInstance[], routes: Routes): Navigation {
  const home = routes.pages[0] ?? ''
  const unload = (keep: number) =>
    stack
      .splice(keep)
      .reverse()
      .forEach((page) => page.leave())

  /** Finds where a target leads, or says why it leads nowhere. */
  function find(target: Target, wantsTab: boolean): Place | string {
    const place = resolve(target.url ?? '', stack.at(-1)?.route ?? home)
    if (!routes.pages.includes(place.route)) return `page "${place.route}" is not found`
    if (routes.tabs.includes(place.route) === wantsTab) return place
    return wantsTab ? 'can not switch to no-tabBar page' : 'can not go to a tabbar page'
  }

  function replace(keep: number, place: Place): undefined {
    unload(keep)
    stack.push(routes.open(place.route, place.query))
    stack.at(-1)?.enter()
  }

  return {
    home,
    navigateTo(target) {
      const place = find(target, false)
      if (typeof place === 'string') return place
      if (stack.length >= deepest) return 'webview count limit exceed'
      stack.at(-1)?.hide()
      return replace(stack.length, place)
    },
    redirectTo(target) {
      const place = find(target, false)
      return typeof place === 'string' ? place : replace(stack.length - 1, place)
    },
    reLaunch(target) {
      const place = find(target, routes.tabs.includes(resolve(target.url ?? '', home).route))
      return typeof place === 'string' ? place : replace(0, place)
    },
    switchTab(target) {
      const place = find(target, true)
      return typeof place === 'string' ? place : replace(0, place)
    },
    navigateBack(target) {
      if (stack.length < 2) return 'cannot navigate back at first page'
      unload(Math.max(1, stack.length - (target.delta ?? 1)))
      stack.at(-1)?.show()
      return undefined
    },
  }
}
