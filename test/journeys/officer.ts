import { people } from './people'
import type { Setting } from './setting'
import { startWalk, type Walk } from './walk'

/** Somebody of an office at a desk of their own, in a browser of their own, on the page 今日. */
export async function officer(here: Setting, name: string): Promise<Walk> {
  const desk = await startWalk(here.browser, here.service, ...Object.values(people))
  await desk.page.setViewportSize({ width: 1280, height: 800 })
  await desk.open('#/workbench/enter/index')
  await desk.sees('您是哪一位？')
  await desk.choose(new RegExp(`^${name}`))
  await desk.tap('进工作台')
  await desk.sees('今天先办这些')
  return desk
}
