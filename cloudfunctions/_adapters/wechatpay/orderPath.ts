/** What WeChat takes as 商户订单号: anything else would also be able to change the path it stands in. */
const orderNumberShape = /^[0-9A-Za-z_\-|*]{6,32}$/

/**
 * The path of one order, by its number.
 * @throws RangeError for a number WeChat could never hold: such an order is a bug of ours.
 */
export function orderPath(orderNumber: string): string {
  return `v3/pay/transactions/out-trade-no/${encodeURIComponent(checkedOrderNumber(orderNumber))}`
}

/** The number itself, once checked. @throws RangeError as above. */
export function checkedOrderNumber(orderNumber: string): string {
  if (!orderNumberShape.test(orderNumber)) throw new RangeError('not an order number WeChat Pay can hold')
  return orderNumber
}
