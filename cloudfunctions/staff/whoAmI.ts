/** 我是谁: who the caller is to the service, and for which place and year they work today. */
import { WhoAmI } from '../../shared/contracts/whoAmI'
import { role } from '../../shared/contracts/staff'
import { importsOf } from '../_imports/importRecord'
import { currentPolicy } from '../_policies/currentPolicy'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const whoAmI = staffUseCase(
  WhoAmI,
  role.options,
  async (_request, { staff, clock, policies, settings }) => {
    const today = clock.today()
    const policy = currentPolicy(policies, staff.region, today)
    if (!policy) throw new Error(`no table for ${staff.region}`)
    return done({
      role: staff.role,
      name: staff.name,
      region: staff.region,
      placeName: policy.table.place.name,
      town: staff.town,
      coverageYear: policy.coverageYear,
      today,
      imports: importsOf(staff),
      demo: settings.demo,
    })
  },
)
