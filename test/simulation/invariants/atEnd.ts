import type { Account, EntryFields } from '../../../cloudfunctions/_ledger/ledgerRecord'
import { openStates } from '../../../cloudfunctions/_orders/bringUpToDate'
import type { ClaimFields, OrderFields, OrderLine } from '../../../cloudfunctions/_orders/orderRecord'
import { isTerminal } from '../../../cloudfunctions/_states/transitions'
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { ReversalFields } from '../../../cloudfunctions/_counter/reversalRecord'
import type { TownDayFields } from '../../../cloudfunctions/_counter/townDayRecord'
import type { RefundFields } from '../../../cloudfunctions/_refunds/refundRecord'
import { refundTransitions } from '../../../cloudfunctions/_refunds/refundStates'
import { yearId, type EnrollmentFields } from '../../../cloudfunctions/_residents/enrollmentRecord'
import type { Fields, Stored } from '../../../cloudfunctions/_ports/store'
import { idNumberOfResident } from '../scene/people'
import { merchantId } from '../wechat/wechatOrder'
import type { FinalInvariant, Sight } from './books'

const all = <F extends Fields>({ versions }: Sight, collection: string): Stored<F>[] =>
  versions.all(collection) as Stored<F>[]

/** Nobody is stuck: when everything works again, every order ends. */
const everyOrderEnds: FinalInvariant = (sight) =>
  all<OrderFields>(sight, 'orders').flatMap(({ id, fields: { state } }) =>
    openStates.includes(state) ? [`order ${id} is ${state}`] : [],
  )

/** Money that must go back does not wait for ever, on whichever way. */
const everyRefundEnds: FinalInvariant = (sight) =>
  all<RefundFields>(sight, 'refunds').flatMap(({ id, fields: { state } }) =>
    isTerminal(refundTransitions, state) ? [] : [`refund ${id} is ${state}`],
  )

/** A payment that WeChat took reached us once: as an order's payment, or in quarantine, and never both. */
const everyPaymentIsRecordedOnce: FinalInvariant = ({ wechat, versions }) =>
  [...wechat.payments.values()].flatMap(({ transactionId, merchantId: merchant }) => {
    const id = `${merchant}-${transactionId}`
    const places = ['payments', 'quarantine'].filter((collection) => versions.latest(collection, id))
    return places.length === 1 ? [] : [`payment ${id} is in ${places.join(' and ') || 'nothing'}`]
  })

/** What the ledger says WeChat holds for us is what WeChat holds, to the fen. */
const ledgerEqualsWechat: FinalInvariant = (sight) => {
  const { wechat } = sight
  const ours = [...wechat.payments.values()].filter((payment) => payment.merchantId === merchantId)
  const held = ours.reduce((sum, { fen }) => sum + fen, 0) - wechat.refunds.returnedFen
  const written = balance(sight, 'wechat')
  return held === written ? [] : [`WeChat holds ${held}, the ledger says ${written}`]
}

/** The ledger's fees are those of the people who are enrolled by them. */
const feesEqualEnrollments: FinalInvariant = (sight) => {
  const enrolled = all<EnrollmentFields>(sight, 'enrollments').filter(
    ({ fields }) => fields.withdrawnAt === null && fields.orderNumber !== null,
  )
  const paid = enrolled.reduce((sum, { fields }) => sum + (fields.paidFen ?? 0), 0)
  const written = -balance(sight, 'contributions')
  return paid === written ? [] : [`enrolled for ${paid}, the ledger says ${written}`]
}

/** When every refund has ended, nothing is left that must go back. */
const nothingLeftToReturn: FinalInvariant = (sight) => {
  const left = balance(sight, 'toReturn')
  return left === 0 ? [] : [`${-left} fen have not gone back`]
}

const balance = (sight: Sight, account: Account): number => {
  let sum = 0
  for (const { fields } of all<EntryFields>(sight, 'ledger'))
    for (const posting of fields.postings) if (posting.account === account) sum += posting.fen
  return sum
}

/** No order's money goes back twice: what WeChat and the finance office paid out is at most what was paid. */
const refundsNeverExceedPayments: FinalInvariant = (sight) =>
  all<OrderFields>(sight, 'orders').flatMap(({ id, fields: { fen } }) => {
    const out = paidOut(sight, id)
    return out <= fen ? [] : [`order ${id}: ${out} of ${fen}`]
  })

function paidOut(sight: Sight, orderNumber: string): number {
  let sum = 0
  for (const refund of sight.wechat.refunds.refunds.values())
    if (refund.orderNumber === orderNumber && refund.status === 'succeeded') sum += refund.fen
  for (const { fields } of all<RefundFields>(sight, 'refunds'))
    if (fields.orderNumber === orderNumber && fields.state === 'confirmed') sum += fields.fen
  return sum
}

/** A refund that an office rejected holds nobody back from applying again. */
const rejectedRefundsHoldNothing: FinalInvariant = (sight) =>
  all<OrderFields>(sight, 'orders').flatMap(({ id, fields: { lines } }) =>
    lines.flatMap(({ refundNumber }) =>
      refundNumber !== null && sight.versions.latest('refunds', refundNumber)?.fields.state === 'rejected'
        ? [`order ${id} is held by ${refundNumber}`]
        : [],
    ),
  )

/** WeChat is never asked for a refund it must refuse. */
const noIndecentRefunds: FinalInvariant = ({ wechat }) => [...wechat.refunds.indecent]

interface PaidLine {
  orderNumber: string
  order: OrderFields
  line: OrderLine
}

const paidLines = (sight: Sight): PaidLine[] =>
  all<OrderFields>(sight, 'orders').flatMap(({ id, fields: order }) =>
    order.transactionId === null ? [] : order.lines.map((line) => ({ orderNumber: id, order, line })),
  )

const standingAtCounter = (sight: Sight): Stored<CounterPaymentFields>[] =>
  all<CounterPaymentFields>(sight, 'counterPayments').filter(({ fields }) => fields.state === 'entered')

/** A counter payment that stands enrolls its person and holds the claim alone; one that was taken back does neither. */
const countersEnroll: FinalInvariant = (sight) =>
  all<CounterPaymentFields>(sight, 'counterPayments').flatMap(({ id, fields }) => {
    const { versions } = sight
    const claim = versions.latest('claims', fields.claimId)?.fields as ClaimFields | undefined
    const enrollment = versions.latest('enrollments', yearId(fields.residentId, fields.coverageYear))
      ?.fields as EnrollmentFields | undefined
    const enrolled = enrollment?.counterPayment === id && enrollment.withdrawnAt === null
    const holds = claim?.counterPayment === id && claim.orderNumber === null
    const expected = fields.state === 'entered'
    return enrolled === expected && holds === expected
      ? []
      : [`counter ${id.slice(0, 8)}: stands ${expected}, enrolled ${enrolled}, holds ${holds}`]
  })

const givenBackAtCounter = (sight: Sight): Stored<CounterPaymentFields>[] =>
  all<CounterPaymentFields>(sight, 'counterPayments').filter(({ fields }) => fields.state === 'refunded')

/** What stands as given back went back by one transfer of its whole sum, and what does not did not. */
const counterMoneyGoesBackOnce: FinalInvariant = (sight) =>
  all<CounterPaymentFields>(sight, 'counterPayments').flatMap(({ id, fields: { state, fen } }) => {
    const back = all<RefundFields>(sight, 'refunds').filter(
      (one) => one.fields.counterPayment === id && one.fields.state === 'confirmed',
    )
    const sum = back.reduce((total, one) => total + one.fields.fen, 0)
    return sum === (state === 'refunded' ? fen : 0)
      ? []
      : [`counter ${id.slice(0, 8)}: ${sum} went back, ${state}`]
  })

const reversedAtCounter = (sight: Sight): Stored<ReversalFields>[] =>
  all<ReversalFields>(sight, 'counterReversals').filter(({ fields }) => fields.state === 'confirmed')

/** A town's day is the sum of the payments that were booked in it, and of the reversals that stand against those of other days. */
const townDaysAddUp: FinalInvariant = (sight) =>
  all<TownDayFields>(sight, 'townDays').flatMap(({ fields }) => {
    const { region, date, payments, fen, reversals, reversedFen } = fields
    const reversed = reversedAtCounter(sight).filter((one) => one.fields.region === region)
    const booked = [...standingAtCounter(sight), ...givenBackAtCounter(sight), ...reversed].filter(
      (one) => one.fields.region === region && one.fields.bookedOn === date,
    )
    const against = reversed.filter((one) => one.fields.reversedOn === date)
    const isSum = (some: readonly { fields: { fen: number } }[], count: number, sum: number): boolean =>
      some.length === count && some.reduce((total, one) => total + one.fields.fen, 0) === sum
    return isSum(booked, payments, fen) && isSum(against, reversals, reversedFen)
      ? []
      : [`${region} ${date}: ${payments} for ${fen} and ${reversals} against ${reversedFen}`]
  })

/** What was reversed was reversed by two people. */
const reversalsTakeTwo: FinalInvariant = (sight) =>
  reversedAtCounter(sight).flatMap(({ id, fields: { askedBy, decidedBy } }) =>
    decidedBy === null || askedBy === decidedBy ? [`${id.slice(0, 8)} by ${askedBy} and ${decidedBy}`] : [],
  )

/** At most one payment that has not gone back for a person and coverage year, across counties. */
const onePaymentPerPersonAndYear: FinalInvariant = (sight) => {
  const byPerson = new Map<string, string[]>()
  for (const { line, orderNumber } of paidLines(sight))
    if (line.refundedAt === null) {
      const person = idNumberOfResident(line.residentId)
      byPerson.set(person, [...(byPerson.get(person) ?? []), orderNumber])
    }
  for (const { id, fields } of standingAtCounter(sight)) {
    const person = idNumberOfResident(fields.residentId)
    byPerson.set(person, [...(byPerson.get(person) ?? []), `counter ${id.slice(0, 8)}`])
  }
  return [...byPerson].flatMap(([person, orders]) =>
    orders.length > 1 ? [`${person} is paid for by ${orders.join(' and ')}`] : [],
  )
}

/** Whoever paid is enrolled by it and nowhere else, and holds the claim; whoever's money is back is neither. */
const whoPaidIsEnrolled: FinalInvariant = (sight) =>
  paidLines(sight).flatMap(({ line, order, orderNumber }) => {
    const { versions } = sight
    const claim = versions.latest('claims', line.claimId)?.fields as ClaimFields | undefined
    const enrollment = versions.latest('enrollments', yearId(line.residentId, order.coverageYear))?.fields as
      EnrollmentFields | undefined
    const enrolled = enrollment?.orderNumber === orderNumber && enrollment.withdrawnAt === null
    const holds = claim?.orderNumber === orderNumber
    const expected = line.refundedAt === null
    const twice = expected && claim?.enrolledIn !== null
    return enrolled === expected && holds === expected && !twice
      ? []
      : [
          `${orderNumber}/${line.residentId}: paid ${expected}, enrolled ${enrolled}, held ${holds}, twice ${twice}`,
        ]
  })

/** A claim names an order that is paid and not gone back, or no order: nobody is blocked by a dead one. */
const claimsNameLivingOrders: FinalInvariant = (sight) =>
  all<ClaimFields>(sight, 'claims').flatMap(({ id, fields: { orderNumber } }) => {
    if (orderNumber === null) return []
    const order = sight.versions.latest('orders', orderNumber)?.fields as OrderFields | undefined
    return order?.state === 'paid'
      ? []
      : [`${id.slice(0, 8)} is held by ${orderNumber}, ${order?.state ?? 'nowhere'}`]
  })

/** Money paid too late all goes back by itself. */
const latePaymentsGoBack: FinalInvariant = (sight) =>
  paidLines(sight).flatMap(({ order, orderNumber, line }) =>
    order.state === 'late' && line.refundedAt === null ? [`order ${orderNumber}`] : [],
  )

export const atEnd: Readonly<Record<string, FinalInvariant>> = {
  everyOrderEnds,
  everyRefundEnds,
  everyPaymentIsRecordedOnce,
  ledgerEqualsWechat,
  feesEqualEnrollments,
  nothingLeftToReturn,
  refundsNeverExceedPayments,
  noIndecentRefunds,
  rejectedRefundsHoldNothing,
  onePaymentPerPersonAndYear,
  countersEnroll,
  townDaysAddUp,
  reversalsTakeTwo,
  counterMoneyGoesBackOnce,
  whoPaidIsEnrolled,
  claimsNameLivingOrders,
  latePaymentsGoBack,
}
