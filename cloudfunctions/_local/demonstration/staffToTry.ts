import type { Policies } from '../../_ports/policies'
import { readDemonstration } from './readDemonstration'

/** The accounts of the demonstration, as its log-in lists them. */
export const staffToTry = ({ policies }: { policies: Policies }) =>
  readDemonstration().staff.map(({ id, name, role, region, town }) => ({
    staffId: id,
    name,
    role,
    placeName: policies.all().find((policy) => policy.region === region)?.table.place.name ?? region,
    town: town ?? null,
  }))
