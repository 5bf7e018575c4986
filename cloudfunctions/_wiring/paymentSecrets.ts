import { sealContext, sealedFields } from '../_keys/sealedFields'

/** Where a sealed configuration stands, and what binds it there. */
const secret = (id: string) => ({
  collection: sealedFields.secret.collection,
  id,
  context: sealContext(sealedFields.secret, id),
})

/** WeChat Pay's configuration. */
export const paymentSecrets = secret('wechatpay')

/** Who receives each county's days, where, and under which secret. */
export const deliverySecrets = secret('deliveries')

/** WeChat's subscribe messages: the app's secret and the templates. */
export const messageSecrets = secret('messages')
