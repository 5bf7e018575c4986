import type { StaffUseCase } from '../_staff/staffUseCase'
import { acceptRefund } from './acceptRefund'
import { approveRefund } from './approveRefund'
import { confirmTransfer } from './confirmTransfer'
import { listRefunds } from './listRefunds'
import { rejectRefund } from './rejectRefund'
import { dayAccount } from './dayAccount'
import { listDays } from './listDays'
import { decideProof } from './decideProof'
import { listProofs } from './listProofs'
import { openProof } from './openProof'
import { transferRefund } from './transferRefund'
import { whoAmI } from './whoAmI'

/** What staff may ask for, by the contract's name. Own keys only: `constructor` is no use case. */
export const staffUseCases: ReadonlyMap<string, StaffUseCase> = new Map(
  [
    whoAmI,
    listRefunds,
    acceptRefund,
    approveRefund,
    rejectRefund,
    transferRefund,
    confirmTransfer,
    listDays,
    dayAccount,
    listProofs,
    openProof,
    decideProof,
  ].map((useCase) => [useCase.contract.name, useCase as unknown as StaffUseCase]),
)
