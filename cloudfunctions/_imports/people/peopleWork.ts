import type { PersonChange } from '../importChanges'
import type { RowWork } from '../rowWork'
import { unitsOfRegion } from '../unitIn'
import { personDependence } from './personDependence'
import { planPerson } from './planPerson'
import { putPersonBack } from './putPersonBack'
import { readPerson } from './readPerson'
import { whomRowNames } from './whomRowNames'
import { idKey } from './writtenId'

/** Rosters of people: a row is a person, and one person has one row. */
export const peopleWork: RowWork<PersonChange> = {
  keysOf: (cell, { rounded }) => [{ field: 'idNumber', key: idKey(cell('idNumber'), rounded) }],
  planner(ports, standing, documents) {
    const { kind, mapping, rounded } = standing.fields
    const saysTown = mapping.town !== undefined
    const units = unitsOfRegion(ports.policies, ports.staff.region)
    const reading = { kind, units, saysTown, rounded, today: ports.clock.today() }
    return (cell, number) => {
      const read = readPerson(reading, cell)
      return 'wrong' in read
        ? Promise.resolve({ kind: 'rejected', ...read.wrong })
        : planPerson(ports, documents, standing, read.person, number)
    }
  },
  whom: whomRowNames,
  dependence: personDependence,
  putBack: putPersonBack,
}
