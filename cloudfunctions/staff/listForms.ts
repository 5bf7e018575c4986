import { ListForms } from '../../shared/contracts/forms'
import { formRoles } from '../_forms/formRoles'
import { formsOf, offered } from '../_forms/offeredForms'
import { citedNotices } from '../_policies/citedNotices'
import { deskPolicy } from '../_policies/deskPolicy'
import { done } from '../_ports/useCase'
import { townsWithin } from '../_residents/placesWithin'
import { staffUseCase } from '../_staff/staffUseCase'

/** 表册: what can be made here. */
export const listForms = staffUseCase(ListForms, formRoles, async (_request, ports) => {
  const policy = deskPolicy(ports)
  return done({
    coverageYear: policy.coverageYear,
    forms: formsOf(policy.table).map((definition) => offered(policy.table, definition)),
    towns: await townsWithin(ports, policy),
    notices: citedNotices(policy.table),
  })
})
