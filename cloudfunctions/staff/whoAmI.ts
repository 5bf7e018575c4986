/** 我是谁: who the caller is to the service, and for which place and year they work today. */
import { WhoAmI } from '../../shared/contracts/whoAmI'
import { role } from '../../shared/contracts/staff'
import { importsOf } from '../_imports/importRecord'
import { deskPolicy } from '../_policies/deskPolicy'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const whoAmI = staffUseCase(WhoAmI, role.options, async (_request, ports) => {
  const { staff, clock, settings } = ports
  const { table, coverageYear } = deskPolicy(ports)
  return done({
    role: staff.role,
    name: staff.name,
    region: staff.region,
    placeName: table.place.name,
    town: staff.town,
    coverageYear,
    today: clock.today(),
    imports: importsOf(staff),
    demo: settings.demo,
  })
})
