/** 我录的: what the caller entered on a day. */
import { ListCounterPayments } from '../../shared/contracts/counterPayments'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import type { CounterPaymentFields } from '../_counter/counterPaymentRecord'
import { shownCounterPayment } from '../_counter/shownCounterPayment'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 30

export const listCounterPayments = staffUseCase(
  ListCounterPayments,
  ['clerk', 'bureau'],
  async ({ date, cursor }, ports) => {
    const { staffId } = ports.staff
    const page = await ports.store.find<CounterPaymentFields>('counterPayments', {
      where: { enteredBy: staffId, enteredOn: date },
      sort: { field: 'enteredAt', order: 'descending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const payments = await Promise.all(page.documents.map((one) => shownCounterPayment(ports, one)))
    await notePeopleSeen(
      ports,
      'counterPayments',
      payments.map(({ residentId }) => residentId),
    )
    return done({ payments, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
  },
)
