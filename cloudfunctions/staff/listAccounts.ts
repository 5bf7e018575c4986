/** 账号名单: who works at the desks of this region. */
import type { Role } from '../../shared/contracts/staff'
import { ListAccounts } from '../../shared/contracts/staffAccounts'
import { townsOf } from '../_policies/townsOf'
import { done } from '../_ports/useCase'
import rules from '../_staff/accountRules.json'
import { shownAccount } from '../_staff/shownAccount'
import type { StaffAccountFields } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 50

export const listAccounts = staffUseCase(ListAccounts, ['bureau', 'auditor'], async ({ cursor }, ports) => {
  const page = await ports.store.find<StaffAccountFields>('staffAccounts', {
    where: {},
    sort: { field: 'openedAt', order: 'descending' },
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const { town, region } = ports.staff
  return done({
    accounts: await Promise.all(page.documents.map((account) => shownAccount(ports, account))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    towns: town === null ? [...townsOf(ports.policies, region)] : [town],
    needTwo: rules.needTwo as Role[],
    ofWholeRegion: rules.ofWholeRegion as Role[],
  })
})
