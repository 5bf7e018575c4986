/** 有哪些地方: the places and coverage years this service has tables for, those that still collect first. */
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { done, useCase } from '../_ports/useCase'
import { currentPolicy, isStillCollecting } from '../_policies/currentPolicy'
import { policiesOf } from '../_policies/policiesOf'

export const listPlaces = useCase(ListPlaces, async (_request, { clock, policies, settings }) => {
  const today = clock.today()
  const regions = [...new Set(policies.all().map((policy) => policy.region))]
  const current = regions.flatMap((region) => currentPolicy(policies, region, today) ?? [])
  const open = current.filter((policy) => isStillCollecting(policy, today))
  const places = [...new Set([...open, ...current])].map((shown) => {
    const { region, coverageYear: currentYear, table } = shown
    const years = policiesOf(policies, region)
    const { name, level } = table.place
    return {
      region,
      name,
      level,
      collecting: open.includes(shown),
      years: years.map(({ coverageYear }) => ({ coverageYear, current: coverageYear === currentYear })),
    }
  })
  return done({ today, demo: settings.demo, places })
})
