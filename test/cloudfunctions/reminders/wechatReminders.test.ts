/** The adapter over HTTP, against a double that keeps WeChat's own rules. */
import fc from 'fast-check'
import {
  wechatReminders,
  type MessagesConfig,
} from '../../../cloudfunctions/_adapters/wechatMessages/wechatReminders'
import type { ReminderMessage } from '../../../cloudfunctions/_ports/reminders'
import settings from '../../../cloudfunctions/_wiring/reminders.json'
import { startWechatMessagesDouble } from '../../doubles/wechatMessages/wechatMessagesDouble'

const fields = {
  lastDay: { what: 'thing1', day: 'date2', note: 'thing3' },
  refund: { what: 'thing2', state: 'phrase1', fen: 'amount3', day: 'date4' },
} as const

const app = { appId: 'wx1', appSecret: 'secret-of-the-app' }
let wechat: Awaited<ReturnType<typeof startWechatMessagesDouble>>
let config: MessagesConfig
let now: number

beforeEach(async () => {
  wechat = await startWechatMessagesDouble({
    ...app,
    templates: { 'tmpl-day': Object.values(fields.lastDay), 'tmpl-refund': Object.values(fields.refund) },
    pages: ['pages/result/index'],
  })
  config = {
    ...app,
    baseUrl: wechat.baseUrl,
    opens: 'formal',
    templates: {
      lastDay: { id: 'tmpl-day', fields: fields.lastDay },
      refund: { id: 'tmpl-refund', fields: fields.refund },
    },
  }
  now = Date.parse('2030-12-24T01:00:00Z')
})
afterEach(() => wechat.stop())

const message: ReminderMessage = {
  template: 'lastDay',
  what: '您的2031年医保缴费',
  day: '2030-12-31',
  state: '还没缴',
  fen: null,
  note: '还没缴。这天是最后一天。',
  page: 'pages/result/index?resident=r-12345678&year=2031',
}

const port = () => wechatReminders(config, settings, { timeoutMs: 1500, now: () => now })

test('a message reaches whoever has asked for it, in the form of the template', async () => {
  wechat.subscribe('o-1', 'tmpl-day')
  expect(await port().send('o-1', message)).toBe('sent')
  expect(wechat.sent).toEqual([
    {
      touser: 'o-1',
      template_id: 'tmpl-day',
      page: message.page,
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      data: {
        thing1: { value: '您的2031年医保缴费' },
        date2: { value: '2030年12月31日' },
        thing3: { value: '还没缴。这天是最后一天。' },
      },
    },
  ])
})

test('one tap is one message: the second is refused, and so is one to somebody who never asked', async () => {
  const reminders = port()
  wechat.subscribe('o-1', 'tmpl-day')
  expect(await reminders.send('o-1', message)).toBe('sent')
  expect(await reminders.send('o-1', message)).toBe('refused')
  expect(await reminders.send('o-2', message)).toBe('refused')
  expect(wechat.sent).toHaveLength(1)
})

test('the token is kept, asked for again before it runs out, and anew where WeChat no longer knows it', async () => {
  const reminders = port()
  for (let i = 0; i < 3; i++) wechat.subscribe('o-1', 'tmpl-day')
  expect(await reminders.send('o-1', message)).toBe('sent')
  expect(await reminders.send('o-1', message)).toBe('sent')
  expect(wechat.asked).toEqual(['stable_token', 'send', 'send'])
  wechat.takeToken()
  expect(await reminders.send('o-1', message)).toBe('sent')
  expect(wechat.asked.slice(3)).toEqual(['send', 'stable_token', 'send'])
  now += 7000 * 1000
  expect(await reminders.send('o-1', message)).toBe('refused')
  expect(wechat.asked.slice(6)).toEqual(['stable_token', 'send'])
})

test.each(['busy', 'broken', 'silent'] as const)(
  'WeChat is %s: nothing is known, nothing is thrown',
  async (kind) => {
    wechat.subscribe('o-1', 'tmpl-day')
    wechat.trouble(kind)
    const reminders = port()
    expect(await reminders.send('o-1', message)).toBe('unknown')
    wechat.trouble(undefined)
    expect(await reminders.send('o-1', message)).toBe('sent')
  },
)

test('a wrong secret, and nobody there, are unknown too', async () => {
  config = { ...config, appSecret: 'another' }
  expect(await port().send('o-1', message)).toBe('unknown')
  config = { ...config, baseUrl: 'http://127.0.0.1:9' }
  expect(await port().send('o-1', message)).toBe('unknown')
})

test('a page that is not there, a template that is not ours or was not set up: a person must look', async () => {
  wechat.subscribe('o-1', 'tmpl-day')
  expect(await port().send('o-1', { ...message, page: 'pages/nowhere/index' })).toBe('notTaken')
  expect(await port().send('o-1', { ...message, template: 'subsidy' })).toBe('notTaken')
  config = { ...config, templates: { lastDay: { id: 'tmpl-other', fields: fields.lastDay } } }
  expect(await port().send('o-1', message)).toBe('notTaken')
})

test('whatever a message says, WeChat never finds that a value does not fit', async () => {
  const reminders = port()
  const any = fc.record({
    what: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    note: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    fen: fc.integer({ min: 0, max: 10_000_000 }),
    day: fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
    template: fc.constantFrom('lastDay' as const, 'refund' as const),
  })
  await fc.assert(
    fc.asyncProperty(any, async ({ day, ...said }) => {
      wechat.subscribe('o-1', said.template === 'refund' ? 'tmpl-refund' : 'tmpl-day')
      const written = { ...message, ...said, state: '已退回', day: day.toISOString().slice(0, 10) }
      expect(await reminders.send('o-1', written)).toBe('sent')
    }),
    { numRuns: 60 },
  )
})

test('a template whose fields cannot take what is meant for them is found when it is set up', () => {
  const with_ = (wrong: object) => () =>
    wechatReminders(
      { ...config, templates: { lastDay: { id: 'tmpl-day', fields: { ...fields.lastDay, ...wrong } } } },
      settings,
    )
  expect(with_({})).not.toThrow()
  expect(with_({ day: 'thing2' })).toThrow('thing2 takes no day')
  expect(with_({ note: 'thing1' })).toThrow('named twice')
  expect(with_({ what: '一' })).toThrow('takes no what')
  expect(() => wechatReminders({ ...config, baseUrl: 'http://api.example.cn' }, settings)).toThrow('HTTPS')
})
