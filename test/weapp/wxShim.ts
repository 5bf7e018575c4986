import type { Navigation } from './navigation'
import { createPrivacy } from './privacy'
import { phone, type PhoneSettings } from './phone'

/** What the test answers where WeChat, the cloud or the person would. */
export interface Outside extends PhoneSettings {
  /** `wx.cloud.callFunction`: the function's result; a throw is a call that failed on the way. */
  callFunction?: (name: string, data: unknown) => unknown
  /** `wx.requestPayment`: what the payer does on WeChat's own page. */
  requestPayment?: (parameters: Record<string, unknown>) => PayerAction | Promise<PayerAction>
  /** `wx.requestSubscribeMessage`: what the person answers about a template; by default 允许. */
  subscribes?: (template: string) => 'accept' | 'reject' | 'ban'
  /** `wx.showModal`: whether the person confirms; by default yes. */
  confirmModal?: (modal: { title?: string; content?: string }) => boolean
  /** Whether this person still has to agree to the 隐私保护指引; by default they have, long ago. */
  privacyUnanswered?: boolean
  /** What the person takes a picture of, or chooses; by default they choose nothing. */
  chooseFile?: () => Buffer | undefined
  /** What storage holds when the program starts. Kept up to date, so it can be given to a second start. */
  storage?: Map<string, unknown>
}

/** Paid; closed WeChat's page; or WeChat refused, with its words. */
export type PayerAction = 'pays' | 'cancels' | { failsWith: string }

/** One call of a `wx` function, for tests to look at. */
export interface WxCall {
  api: string
  options: unknown
}

type Outcome = Record<string, unknown>
interface Options extends Outcome {
  success?: (result: unknown) => void
  fail?: (reason: unknown) => void
  complete?: (result: unknown) => void
}

/** How a call ended, and what its callback or promise is given. */
export interface Answer {
  ok: boolean
  reply: unknown
}

/** What the shim needs of the world the program runs in. */
export interface ShimWorld {
  copy<Value>(value: Value): Value
  promise(answer: Promise<Answer>): Promise<unknown>
  /** Told what the program's callbacks throw. */
  report(error: unknown): void
}

/** The `wx` object and what can be read off it. */
export interface WxShim {
  wx: Record<string, unknown>
  calls: WxCall[]
  /** How many calls to the outside have not come back yet, apart from those that wait for a person. */
  pending(): number
  /** Told the id of every button for consent that was tapped. */
  tapped(id: string): void
}

/** Functions of WeChat that change nothing a program can read back; recorded, and always successful. */
const acknowledged = `showToast hideToast showLoading hideLoading setNavigationBarTitle setNavigationBarColor
  setBackgroundColor setBackgroundTextStyle pageScrollTo vibrateShort makePhoneCall
  saveImageToPhotosAlbum previewImage openDocument hideKeyboard stopPullDownRefresh showShareMenu hideShareMenu
  openPrivacyContract showNavigationBarLoading hideNavigationBarLoading`.split(/\s+/)

/** All of these answer with the phone; each of them with more than WeChat's own does. */
const phoneReaders = [
  'getSystemInfoSync',
  'getWindowInfo',
  'getDeviceInfo',
  'getAppBaseInfo',
  'getSystemSetting',
]

/** Listeners a program may add and remove; nothing ever happens to them here. */
const listeners =
  `AppShow AppHide Error PageNotFound UnhandledRejection ThemeChange NetworkStatusChange WindowResize
  KeyboardHeightChange MemoryWarning`.split(/\s+/)

/** What crosses the bridge to the outside: a copy in the test's own world, without functions. */
function outward(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)
}

/** A call that came to nothing, with the words WeChat gives. */
class Refusal extends Error {}

/**
 * The part of WeChat's `wx` object a mini-program uses. As in WeChat, a call tells its callbacks, or where it has none
 * returns a promise, never in the same turn. A function that is not listed here does not exist, so that using it shows.
 */
export function createWxShim(world: ShimWorld, navigation: Navigation, outside: Outside): WxShim {
  const calls: WxCall[] = []
  const storage = outside.storage ?? new Map<string, unknown>()
  let pending = 0

  const record = (api: string, options: unknown) => void calls.push({ api, options: outward(options) })

  async function answerLater(api: string, work: () => Outcome | Promise<Outcome>): Promise<Answer> {
    pending += 1
    try {
      await new Promise((resolve) => setImmediate(resolve))
      return { ok: true, reply: world.copy({ errMsg: `${api}:ok`, ...(await work()) }) }
    } catch (reason) {
      const words = reason instanceof Error ? reason.message : String(reason)
      return { ok: false, reply: world.copy({ errMsg: `${api}:fail ${words}`, errCode: -1 }) }
    } finally {
      pending -= 1
    }
  }

  function tell(options: Options, answer: Promise<Answer>): void {
    const callBack = ({ ok, reply }: Answer) => {
      if (ok) options.success?.(reply)
      else options.fail?.(reply)
      options.complete?.(reply)
    }
    answer.then(callBack).catch(world.report)
  }

  const asynchronous =
    (api: string, work: (options: Outcome) => Outcome | Promise<Outcome> = () => ({})) =>
    (options: Options = {}): unknown => {
      record(api, options)
      const sent = outward(options) as Outcome
      const answer = answerLater(api, () => work(sent))
      if (!options.success && !options.fail && !options.complete) return world.promise(answer)
      return tell(options, answer)
    }

  const navigate = (api: Exclude<keyof Navigation, 'home'>) =>
    asynchronous(api, (target) => {
      const refusal = navigation[api](target)
      if (refusal) throw new Refusal(refusal)
      return {}
    })

  const privacy = createPrivacy(outside.privacyUnanswered ?? false, world)

  const requestPayment = asynchronous('requestPayment', async (parameters) => {
    if (!outside.requestPayment) throw new Refusal('the test gave no payer')
    const action = await outside.requestPayment(parameters)
    if (action === 'pays') return {}
    throw new Refusal(action === 'cancels' ? 'cancel' : action.failsWith)
  })

  const callFunction = asynchronous('cloud.callFunction', async ({ name, data }) => {
    if (!outside.callFunction) throw new Refusal('the test gave no cloud')
    const result = await outside.callFunction(String(name), data ?? {})
    return { result, requestID: `request-${calls.length}` }
  })

  const showModal = asynchronous('showModal', (modal) => {
    const confirm = outside.confirmModal?.(modal) ?? true
    return { confirm, cancel: !confirm }
  })

  const requestSubscribeMessage = asynchronous('requestSubscribeMessage', ({ tmplIds }) =>
    Object.fromEntries((tmplIds as string[]).map((id) => [id, outside.subscribes?.(id) ?? 'accept'])),
  )

  /** Files the person has chosen, by the path the program is given. */
  const files = new Map<string, Buffer>()
  const choose = (named: (path: string, size: number) => Outcome) => () => {
    const file = outside.chooseFile?.()
    if (!file) throw new Refusal('cancel')
    const path = `wxfile://tmp_${files.size + 1}`
    files.set(path, file)
    return { tempFiles: [named(path, file.length)] }
  }
  const readFile = asynchronous('readFile', ({ filePath, position, length, encoding }) => {
    const file = files.get(String(filePath))
    if (!file || encoding !== 'base64') throw new Refusal('no such file or directory')
    const from = Number(position ?? 0)
    return { data: file.subarray(from, from + Number(length ?? file.length)).toString('base64') }
  })

  const readPhone = () => world.copy(phone(outside))
  const launch = () => world.copy({ path: navigation.home, query: {}, scene: 1001 })
  const none = () => undefined
  const read = (key: string): unknown => (storage.has(key) ? world.copy(storage.get(key)) : '')
  const write = (key: string, value: unknown) => void storage.set(key, outward(value))

  const wx: Record<string, unknown> = {
    ...Object.fromEntries(acknowledged.map((api) => [api, asynchronous(api)])),
    ...Object.fromEntries(
      listeners.flatMap((it) => [
        [`on${it}`, none],
        [`off${it}`, none],
      ]),
    ),
    ...Object.fromEntries(phoneReaders.map((api) => [api, readPhone])),
    onNeedPrivacyAuthorization: privacy.listen,
    setClipboardData: asynchronous('setClipboardData', () => privacy.authorize('setClipboardData')),
    navigateTo: navigate('navigateTo'),
    redirectTo: navigate('redirectTo'),
    reLaunch: navigate('reLaunch'),
    switchTab: navigate('switchTab'),
    navigateBack: navigate('navigateBack'),
    showModal,
    requestPayment,
    requestSubscribeMessage,
    env: { USER_DATA_PATH: 'http://usr' },
    getFileSystemManager: () => ({
      writeFile: asynchronous('writeFile'),
      unlink: asynchronous('unlink'),
      readFile,
    }),
    chooseMedia: asynchronous(
      'chooseMedia',
      choose((tempFilePath, size) => ({ tempFilePath, size, fileType: 'image' })),
    ),
    chooseMessageFile: asynchronous(
      'chooseMessageFile',
      choose((path, size) => ({ name: '名单.csv', path, size, type: 'file' })),
    ),
    cloud: { init: (options: unknown) => record('cloud.init', options), callFunction },
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () =>
      world.copy({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop' } }),
    canIUse: () => true,
    nextTick: (callback: () => void) => void setImmediate(callback),
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => world.copy({ keys: [...storage.keys()], currentSize: 0, limitSize: 10240 }),
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!storage.has(String(key))) throw new Refusal('data not found')
      return { data: storage.get(String(key)) }
    }),
    setStorage: asynchronous('setStorage', ({ key, data }) => {
      write(String(key), data)
      return {}
    }),
    removeStorage: asynchronous('removeStorage', ({ key }) => {
      storage.delete(String(key))
      return {}
    }),
  }
  return { wx, calls, pending: () => pending - privacy.waiting(), tapped: privacy.tapped }
}
