import { sealContext, sealedFields } from '../_keys/sealedFields'

const id = 'wechatpay'

/** Where the sealed WeChat Pay configuration stands, and what binds it there. */
export const paymentSecrets = {
  collection: sealedFields.secret.collection,
  id,
  context: sealContext(sealedFields.secret, id),
} as const
