import type { StaffUseCase } from '../_staff/staffUseCase'
import { acceptRefund } from './acceptRefund'
import { approveRefund } from './approveRefund'
import { confirmTransfer } from './confirmTransfer'
import { listRefunds } from './listRefunds'
import { rejectRefund } from './rejectRefund'
import { transferRefund } from './transferRefund'

/** What staff may ask for, by the contract's name. Own keys only: `constructor` is no use case. */
export const staffUseCases: ReadonlyMap<string, StaffUseCase> = new Map(
  [listRefunds, acceptRefund, approveRefund, rejectRefund, transferRefund, confirmTransfer].map((useCase) => [
    useCase.contract.name,
    useCase as unknown as StaffUseCase,
  ]),
)
