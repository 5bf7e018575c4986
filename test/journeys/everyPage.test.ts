/** Every page by its address: opened again, reloaded, sent to somebody else, and left by “back”. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outages } from '../../client/src/texts/outages'
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'
import { startWalk, type Walk } from './walk'

const here = setting('2023-11-20')

interface AppSettings {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** All pages that residents can come to. */
function residentsPages(): string[] {
  const file = join(__dirname, '..', '..', 'dist', 'weapp', 'app.json')
  const { pages, subPackages } = JSON.parse(readFileSync(file, 'utf8')) as AppSettings
  const more = subPackages.filter(({ root }) => root !== 'workbench')
  return [...pages, ...more.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
}

const parameter = (url: string, name: string): string =>
  new RegExp(`[?&]${name}=([^&]+)`).exec(url)?.[1] ?? ''

/** Somebody who has paid for themselves and names somebody else: what the addresses of their pages carry. */
async function livedIn(walk: Walk): Promise<Record<string, string>> {
  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('三个日期，别弄混')
  const self = parameter(walk.page.url(), 'resident')
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  const order = parameter(walk.page.url(), 'order')
  await walk.open()
  await identify(walk, people.ordinary, '父母')
  await walk.sees('三个日期，别弄混')
  const other = parameter(walk.page.url(), 'resident')
  const year = 'year=2024'
  return {
    question: `region=shandan&${year}`,
    policy: `region=shandan&${year}`,
    elsewhere: `region=shandan&${year}`,
    result: `resident=${other}&${year}`,
    why: `resident=${other}&${year}`,
    ask: `resident=${other}&${year}`,
    handoff: `resident=${other}&${year}`,
    check: `people=${other}&${year}`,
    acting: `resident=${self}`,
    remind: `people=${self},${other}&${year}`,
    proofs: `resident=${self}&region=shandan&${year}`,
    complaint: `from=home&region=shandan&${year}`,
    enrollment: `resident=${self}&${year}`,
    waiting: `order=${order}`,
    receipt: `order=${order}`,
    refund: `order=${order}&resident=${self}`,
  }
}

/** The page's first heading, once it is there; the one of a page that could not be shown is different. */
async function heading({ page }: Walk): Promise<string> {
  const first = page.locator('h1').first()
  await first.waitFor({ state: 'attached' })
  return (await first.textContent()) ?? ''
}

test('each stands a reload and a second visit; sent to somebody else it says nothing about anybody', async () => {
  const { walk } = here
  const carried = await livedIn(walk)
  const stranger = await startWalk(here.browser, here.service, ...Object.values(people))
  for (const route of residentsPages()) {
    const name = route.split('/')[1] ?? ''
    const address = `#/${route}${carried[name] ? `?${carried[name]}` : ''}`
    await walk.page.goto('about:blank')
    await walk.open(address)
    const first = await heading(walk)
    expect([name, first]).not.toEqual([name, outages.heading])
    await walk.page.reload()
    expect([name, await heading(walk)]).toEqual([name, first])

    await stranger.page.goto('about:blank')
    await stranger.open(address)
    await heading(stranger)
    const text = await stranger.text()
    const named = [people.dibaoFour, people.ordinary].filter((person) => text.includes(person.name))
    expect([name, named, /\d{4}\*{4}/.test(text)]).toEqual([name, [], false])
    if (name === 'home') continue
    await stranger.tap('返回')
    await stranger.sees('先看要付多少')
  }
  await stranger.end()
})
