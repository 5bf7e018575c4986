import { ListVillages } from '../../shared/contracts/forms'
import { formRoles } from '../_forms/formRoles'
import { deskPolicy } from '../_policies/deskPolicy'
import { done } from '../_ports/useCase'
import { townsWithin, villagesWithin } from '../_residents/placesWithin'
import { staffUseCase } from '../_staff/staffUseCase'

/** 村（社区）: another town has none for the clerk of this one, as a town that does not exist. */
export const listVillages = staffUseCase(ListVillages, formRoles, async ({ town }, ports) => {
  const towns = await townsWithin(ports, deskPolicy(ports))
  const isWithin = town === null ? towns.length === 0 : towns.includes(town)
  return done({ villages: isWithin ? await villagesWithin(ports, town) : [] })
})
