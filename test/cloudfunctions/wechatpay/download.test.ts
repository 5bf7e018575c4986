import type { WechatPayClient } from '../../../cloudfunctions/_adapters/wechatpay/createClient'
import { createDownload } from '../../../cloudfunctions/_adapters/wechatpay/createDownload'
import { usualPatience } from '../../../cloudfunctions/_adapters/wechatpay/WechatPayConfig'

const base = 'https://proxy.example/wechat/'
const file = 'v3/billdownload/file?token=a-b_c%3D&tar=1'

/** Where the request would go for this address, or nothing if it is never sent. */
async function sentTo(address: string) {
  const sent: { path: string; baseURL?: string; params?: unknown }[] = []
  const client = {
    request: async (
      path: string,
      _method: string,
      _data: unknown,
      options: { baseURL?: string; params?: unknown },
    ) => {
      sent.push({ path, baseURL: options.baseURL, params: options.params })
      return { status: 200, data: Buffer.from('bill') }
    },
  } as unknown as WechatPayClient
  const bytes = await createDownload(client, base, usualPatience)(address)
  expect(bytes?.toString()).toBe(sent.length === 1 ? 'bill' : undefined)
  return sent[0]
}

it.each([
  [`${base}${file}`, base],
  [`https://api.mch.weixin.qq.com/${file}`, 'https://api.mch.weixin.qq.com/'],
  [`https://api2.mch.weixin.qq.com/${file}`, 'https://api2.mch.weixin.qq.com/'],
])(
  'fetches %s there, with path and query apart so that the library asks for no signature',
  async (address, at) => {
    expect(await sentTo(address)).toEqual({
      path: 'v3/billdownload/file',
      baseURL: at,
      params: { token: 'a-b_c=', tar: '1' },
    })
  },
)

it.each([
  `https://evil.example/${file}`,
  `https://api.mch.weixin.qq.com.evil.example/${file}`,
  `https://api.mch.weixin.qq.com@evil.example/${file}`,
  `https://user:secret@api.mch.weixin.qq.com/${file}`,
  `http://api.mch.weixin.qq.com/${file}`,
  `https://api.mch.weixin.qq.com:8443/${file}`,
  'https://api.mch.weixin.qq.com/v3/refund/domestic/refunds?token=1',
  `https://api.mch.weixin.qq.com/v3/billdownload/../x/${file}`,
  `https://proxy.example/${file}`,
  `//proxy.example/wechat/${file}`,
  file,
  'file:///etc/hosts',
  '',
])('never fetches %s', async (address) => {
  expect(await sentTo(address)).toBeUndefined()
})
