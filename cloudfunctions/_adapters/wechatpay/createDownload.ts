import type { WechatPayClient } from './createClient'
import { readFailure } from './readReply'
import type { WechatPayPatience } from './WechatPayConfig'

/** The bytes at an address a signed reply named, or undefined if they did not come or may not be fetched there. */
export type Download = (address: string) => Promise<Buffer | undefined>

/** WeChat's own hosts (主域名, 备域名), wherever our requests go. */
const wechatHosts = ['https://api.mch.weixin.qq.com/', 'https://api2.mch.weixin.qq.com/']

/** The one path whose replies the library does not verify, because WeChat does not sign them. */
const filePath = 'v3/billdownload/file'

const largestFile = 128 * 1024 * 1024

/**
 * Fetches files that WeChat does not sign. Nothing is believed here: whoever asked compares the hash. Our
 * authorization goes to the configured base or to WeChat's own hosts, and nowhere else.
 */
export function createDownload(
  client: WechatPayClient,
  baseUrl: string,
  patience: WechatPayPatience,
): Download {
  const undone = (code: string, status?: number) => {
    patience.report({ path: filePath, attempt: 1, status, code })
    return undefined
  }

  return async (address) => {
    const place = placeOf(address, [baseUrl, ...wechatHosts])
    if (!place) return undone('DOWNLOAD_ELSEWHERE')
    try {
      const { status, data } = await client.request<Buffer>(filePath, 'get', undefined, {
        ...place,
        responseType: 'arraybuffer',
        maxContentLength: largestFile,
        signal: AbortSignal.timeout(patience.downloadMs),
      })
      return status === 200 ? data : undone('NO_FILE', status)
    } catch (thrown) {
      const failure = readFailure(thrown)
      return undone('code' in failure ? failure.code : failure.kind)
    }
  }
}

/** The library recognises the path only where host and query stand apart from it. */
function placeOf(address: string, bases: readonly string[]) {
  if (!URL.canParse(address)) return undefined
  const { origin, pathname, searchParams, username, password } = new URL(address)
  const base = bases.find((each) => new URL(filePath, each).href === origin + pathname)
  if (base === undefined || username !== '' || password !== '') return undefined
  return { baseURL: base, params: Object.fromEntries(searchParams) }
}
