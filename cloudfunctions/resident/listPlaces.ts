/** 有哪些地方: the places and coverage years this service has tables for. */
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { done, useCase } from '../_ports/useCase'
import { currentPolicy } from './currentPolicy'

export const listPlaces = useCase(ListPlaces, async (_request, { clock, policies, settings }) => {
  const today = clock.today()
  const regions = [...new Set(policies.all().map((policy) => policy.region))]
  const places = regions.flatMap((region) => {
    const current = currentPolicy(policies, region, today)
    const years = policies.all().filter((policy) => policy.region === region)
    if (!current) return []
    const { name, level } = current.table.place
    return [
      {
        region,
        name,
        level,
        years: years.map(({ coverageYear }) => ({
          coverageYear,
          current: coverageYear === current.coverageYear,
        })),
      },
    ]
  })
  return done({ today, demo: settings.demo, places })
})
