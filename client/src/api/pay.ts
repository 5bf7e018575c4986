import Taro from '@tarojs/taro'
import type { ReplyOf } from '../../../shared/contracts/contract'
import type { StartPayment } from '../../../shared/contracts/startPayment'
import { address } from '../navigation'

type Invocation = Extract<ReplyOf<typeof StartPayment>, { kind: 'wechat' }>['invocation']

/** Where the local service lets somebody play the payer; no other service answers there. */
const payerPage = '/wechatpay/pay'

/**
 * Hands over to WeChat. Whatever it says back (paid, cancelled, nothing) is no proof: the waiting page asks the
 * service. In a browser the payer's page is opened in this window, and `back` in the browser leads to waiting.
 */
export async function pay(invocation: Invocation, order: string): Promise<void> {
  if (process.env.TARO_ENV === 'weapp') {
    await Taro.requestPayment(invocation).catch(() => undefined)
    await Taro.redirectTo({ url: address('waiting', { order }) })
    return
  }
  const waiting = new URL(window.location.href)
  waiting.hash = address('waiting', { order })
  window.history.replaceState(null, '', waiting)
  const payer = new URL(payerPage, window.location.origin)
  payer.searchParams.set('prepay_id', invocation.package.replace('prepay_id=', ''))
  payer.searchParams.set('return', waiting.href)
  window.location.assign(payer)
}
