import { Hono } from 'hono'
import type { Bills } from './createBills'
import type { Refunds } from './createRefunds'
import type { MerchantDoor } from './merchantDoor'
import { close, prepay, query } from './orderRules'
import { queryRefund, refund } from './refundRules'
import type { Shop } from './shop'

/** The part of WeChat Pay API v3 that a merchant calls. */
export function merchantApi(shop: Shop, door: MerchantDoor, refunds: Refunds, bills: Bills): Hono {
  const ofOrder = '/v3/pay/transactions/out-trade-no/:orderNumber'
  return new Hono()
    .post('/v3/pay/transactions/jsapi', (context) => door.signed(context, (body) => prepay(shop, body)))
    .get(ofOrder, (context) =>
      door.signed(context, async () =>
        query(shop, context.req.param('orderNumber'), context.req.query('mchid')),
      ),
    )
    .post(`${ofOrder}/close`, (context) =>
      door.signed(context, () => close(shop, context.req.param('orderNumber'))),
    )
    .post('/v3/refund/domestic/refunds', (context) =>
      door.signed(context, (body) => refund(shop, body, refunds.begin)),
    )
    .get('/v3/refund/domestic/refunds/:refundNumber', (context) =>
      door.signed(context, async () => queryRefund(shop, context.req.param('refundNumber'))),
    )
    .get('/v3/bill/tradebill', (context) =>
      door.signed(context, async () => bills.tradeBill(context.req.url)),
    )
    .get('/v3/billdownload/file', (context) =>
      door.unsigned(context, () => bills.file(context.req.query('token') ?? '')),
    )
}
