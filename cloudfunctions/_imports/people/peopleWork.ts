import type { PersonChange } from '../importChanges'
import { plainText } from '../rowCells'
import type { RowWork } from '../rowWork'
import { townsOf } from '../../_policies/townsOf'
import { personDependence } from './personDependence'
import { planPerson } from './planPerson'
import { putPersonBack } from './putPersonBack'
import { readPerson } from './readPerson'

/** Rosters of people: a row is a person, and one person has one row. */
export const peopleWork: RowWork<PersonChange> = {
  keysOf: (cell) => [{ field: 'idNumber', key: plainText(cell('idNumber')).toUpperCase() }],
  planner(ports, standing, documents) {
    const { kind, mapping } = standing.fields
    const towns = townsOf(ports.policies, ports.staff.region)
    const reading = { kind, towns, saysTown: mapping.town !== undefined, today: ports.clock.today() }
    return (cell) => {
      const read = readPerson(reading, cell)
      return 'wrong' in read
        ? Promise.resolve({ kind: 'rejected', ...read.wrong })
        : planPerson(ports, documents, standing, read.person)
    }
  },
  dependence: personDependence,
  putBack: putPersonBack,
}
