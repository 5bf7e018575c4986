/** What WeChat takes as 商户退款单号; anything else would also be able to change the path it stands in. */
const refundNumberShape = /^[0-9A-Za-z_\-|*@]{6,64}$/

export const refundsPath = 'v3/refund/domestic/refunds'

/** The path of one refund, by its number. @throws RangeError for a number WeChat could never hold: a bug of ours. */
export function refundPath(refundNumber: string): string {
  return `${refundsPath}/${encodeURIComponent(checkedRefundNumber(refundNumber))}`
}

/** The number itself, once checked. @throws RangeError as above. */
export function checkedRefundNumber(refundNumber: string): string {
  if (!refundNumberShape.test(refundNumber)) throw new RangeError('not a refund number WeChat Pay can hold')
  return refundNumber
}
