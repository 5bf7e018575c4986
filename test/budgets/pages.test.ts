import { startMiniProgram, type MiniProgram } from '../weapp/miniProgram'
import { builtClient } from './built'

let mini: MiniProgram
beforeAll(async () => {
  mini = await startMiniProgram(builtClient('weapp'))
})
afterAll(() => mini.close())

/** Every page, opened on its own without a cloud: what stands there first, or what stands there when it is down. */
test('everything that can be tapped has a name, on every page of the mini-program', async () => {
  for (const route of mini.pages) await mini.open(route)
  expect(mini.nameless).toEqual([])
})

test('every page is small enough for WeChat to score it full marks', async () => {
  for (const route of mini.pages) {
    const page = await mini.open(route)
    const { nodes, depth, largestBytes } = page.measures
    expect({ route, nodes: nodes < 1000, depth: depth < 30, data: largestBytes <= 32 * 1024 }).toEqual({
      route,
      nodes: true,
      depth: true,
      data: true,
    })
  }
})

test('no page throws or complains, even without a cloud', async () => {
  for (const route of mini.pages) await mini.open(route)
  expect(mini.problems).toEqual([])
})
