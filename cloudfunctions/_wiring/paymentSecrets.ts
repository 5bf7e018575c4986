/** Where the sealed WeChat Pay configuration stands, and what binds it there. */
export const paymentSecrets = {
  collection: 'secrets',
  id: 'wechatpay',
  context: 'secrets/wechatpay',
} as const
