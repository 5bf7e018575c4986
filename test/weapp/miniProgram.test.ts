import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileMiniProgram } from './compile'
import { startMiniProgram, type MiniProgram } from './miniProgram'
import type { Outside } from './wxShim'
import { textOf } from './wxml'

const sample = join(__dirname, 'fixture')
let running: MiniProgram | undefined

async function start(outside: Outside = {}): Promise<MiniProgram> {
  running = await startMiniProgram(sample, outside)
  return running
}

afterEach(() => running?.close())

/** What the sample page says came of the last thing done. */
function outcome({ page }: MiniProgram): string {
  const [line] = page.byClass('log')
  return line ? textOf(line).trim() : ''
}

test('the home page is shown, and nothing is complained of', async () => {
  const mini = await start()
  expect(mini.routes).toEqual(['pages/home/home'])
  expect(mini.page.shows('次数 0')).toBe(true)
  expect(mini.problems).toEqual([])
})

describe('taps', () => {
  test('reach the handler, and the page shows the new data', async () => {
    const mini = await start()
    await mini.tap('加一')
    await mini.tap('再加一个')
    expect(mini.page.shows('次数 2')).toBe(true)
  })

  test('bubble to the parents unless they are caught', async () => {
    const mini = await start()
    await mini.tap('开框')
    await mini.tap('内框')
    expect(outcome(mini)).toContain('开外内')
  })

  test('on a disabled button do nothing', async () => {
    const mini = await start()
    await mini.tap('不能加')
    expect(mini.page.shows('次数 0')).toBe(true)
  })

  test('reach a button twenty components deep', async () => {
    const mini = await start()
    expect(mini.page.measures.depth).toBeGreaterThan(20)
    await mini.tap('最里面')
    expect(outcome(mini)).toContain('leaf')
  })

  test('on something that is not there say what is', async () => {
    const mini = await start()
    expect(() => mini.tap('缴费')).toThrow(/加一/)
  })
})

describe('fields', () => {
  test('tell what was typed', async () => {
    const mini = await start()
    await mini.input('姓名', '张三')
    expect(outcome(mini)).toBe('张三')
  })

  test('of choice answer through their group', async () => {
    const mini = await start()
    await mini.tap('乙')
    expect(outcome(mini)).toBe('"b"')
    await mini.tap('丑')
    expect(outcome(mini)).toBe('["x","y"]')
  })
})

test('what can be tapped without a name is listed, what is hidden is not', async () => {
  const mini = await start()
  const { page } = mini
  expect(page.nameless).toEqual(['view.nameless “”', 'input.only-placeholder “”'])
  expect(page.tappables).toEqual(expect.arrayContaining(['加一', '再加一个', '姓名', '甲']))
  await mini.tap('下一页')
  expect(mini.nameless).toEqual(page.nameless.map((element) => `pages/home/home: ${element}`))
})

test('data on its way to the page is weighed and counted', async () => {
  const mini = await start()
  const before = mini.page.measures
  await mini.tap('加一')
  expect(mini.page.measures.transfers).toBe(before.transfers + 1)
  expect(before.largestBytes).toBe(Buffer.byteLength('{"outcome":"1 页"}'))
})

describe('navigation', () => {
  test('goes on with its query, and back to a page that kept its data', async () => {
    const mini = await start()
    await mini.tap('加一')
    const second = await mini.tap('下一页')
    expect(second.shows('中')).toBe(true)
    expect(mini.routes).toEqual(['pages/home/home', 'pages/second/second'])
    await mini.tap('回去')
    expect(mini.routes).toEqual(['pages/home/home'])
    expect(mini.page.shows('次数 1')).toBe(true)
  })

  test('replaces a page by one of a subpackage, and starts afresh from there', async () => {
    const mini = await start()
    await mini.tap('加一')
    await mini.tap('下一页')
    await mini.tap('换页')
    expect(mini.routes).toEqual(['pages/home/home', 'more/pages/third/third'])
    await mini.tap('首页')
    expect(mini.routes).toEqual(['pages/home/home'])
    expect(mini.page.shows('次数 0')).toBe(true)
  })

  test('to a page that does not exist is refused', async () => {
    const mini = await start()
    await mini.tap('死路')
    expect(outcome(mini)).toBe('navigateTo:fail page "pages/none/none" is not found')
  })

  test('can begin on any page, as from a shared link', async () => {
    const mini = await start()
    const page = await mini.open('pages/second/second?who=%E6%9D%8E')
    expect(page.shows('李')).toBe(true)
    expect(mini.routes).toEqual(['pages/second/second'])
  })
})

describe('the outside', () => {
  test('answers a cloud call', async () => {
    const mini = await start({ callFunction: (name, data) => ({ name, data }) })
    await mini.tap('云')
    expect(outcome(mini)).toBe('{"name":"resident","data":{"year":2024}}')
  })

  test('can be down', async () => {
    const mini = await start({ callFunction: () => Promise.reject(new Error('timeout')) })
    await mini.tap('云')
    expect(outcome(mini)).toBe('cloud.callFunction:fail timeout')
  })

  test.each([
    ['pays' as const, '"requestPayment:ok"'],
    ['cancels' as const, 'requestPayment:fail cancel'],
    [{ failsWith: 'sign error' }, 'requestPayment:fail sign error'],
  ])('a payer who %j', async (action, said) => {
    const mini = await start({ requestPayment: () => action })
    await mini.tap('付')
    expect(outcome(mini)).toBe(said)
    expect(mini.calls).toContainEqual({ api: 'requestPayment', options: { package: 'prepay_id=1' } })
  })

  test.each([true, false])('a person who confirms: %s', async (confirms) => {
    const mini = await start({ confirmModal: () => confirms })
    await mini.tap('问')
    expect(outcome(mini)).toBe(confirms ? '是' : '否')
  })

  test('storage outlives the program', async () => {
    const storage = new Map<string, unknown>()
    const mini = await start({ storage })
    await mini.tap('存')
    expect(outcome(mini)).toBe('张三')
    expect(storage.get('draft')).toEqual({ name: '张三' })
  })
})

test('Function is as dead as in WeChat', async () => {
  const mini = await start()
  await mini.tap('编译')
  expect(outcome(mini)).toBe('object')
})

test('what the program throws is kept, at once or later', async () => {
  const mini = await start()
  await mini.tap('出错')
  await mini.tap('稍后出错')
  expect(mini.problems).toHaveLength(2)
  expect(mini.problems[0]).toContain('故意')
})

describe('a broken build', () => {
  let copy: string
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'sample-'))
    cpSync(sample, copy, { recursive: true })
  })
  afterEach(() => rmSync(copy, { recursive: true, force: true }))

  test.each([
    ['pages/second/second.wxml', '<view><text></view>', /wcc/],
    ['app.wxss', 'page { color: #13202c;', /wcsc/],
    ['pages/second/second.json', '{', /JSON/],
  ])('is refused: %s', (file, content, message) => {
    writeFileSync(join(copy, file), content)
    expect(() => compileMiniProgram(copy)).toThrow(message)
  })
})
