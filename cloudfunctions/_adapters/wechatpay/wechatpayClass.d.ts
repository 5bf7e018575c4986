/**
 * The library's class without its index: that file assigns to a getter, which throws as soon as a bundle of ours
 * makes it strict.
 */
declare module 'wechatpay-axios-plugin/lib/wechatpay' {
  import { Wechatpay } from 'wechatpay-axios-plugin'
  export default Wechatpay
}
