import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'

/** An order of rivertown without lines, that nobody has paid. */
export const orderFields = (known: Partial<OrderFields> = {}): OrderFields => ({
  state: 'created',
  callerIndex: 'c',
  requestIndex: 'r',
  region: 'rivertown',
  coverageYear: 2031,
  fen: 40000,
  tableHash: 'h',
  lines: [],
  createdAt: '2030-11-20T04:00:00.000Z',
  expiresAt: '2030-11-20T23:30:00.000Z',
  paidAt: null,
  transactionId: null,
  reservedFen: 0,
  refundedFen: 0,
  ...known,
})
