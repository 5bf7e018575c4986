import type { CivilDay } from '../../shared/rules/civilDay'
import type { JobPorts } from '../_ports/ports'
import { billId, nowhere } from './billRecord'
import type { BillFlaw } from './billTable'
import { differencesOf, type DifferenceFields } from './differenceRecord'

const idOf = ({ settings }: JobPorts, date: CivilDay): string =>
  `${nowhere}-${date}-billNotTrusted-${billId(settings.merchantId, date)}`

/** A bill that is not whole, or whose totals are not its rows', concerns every county: it is noted under `nowhere`. */
export async function noteBrokenBill(ports: JobPorts, date: CivilDay, why: BillFlaw): Promise<void> {
  const fields: DifferenceFields = {
    kind: 'billNotTrusted',
    number: billId(ports.settings.merchantId, date),
    orderNumber: null,
    hereFen: null,
    thereFen: null,
    day: `${nowhere}-${date}`,
    place: nowhere,
    date,
    open: true,
    foundAt: ports.clock.now(),
    mendedAt: null,
  }
  const noted = await ports.store.insert('differences', idOf(ports, date), fields)
  if (noted === 'inserted') ports.log.alarm({ event: 'billNotTrusted', date, why })
}

/** A whole one has come after all. */
export async function noteSoundBill(ports: JobPorts, date: CivilDay): Promise<void> {
  for (const { id, revision, fields } of await differencesOf(ports.store, nowhere, date))
    if (fields.kind === 'billNotTrusted' && fields.open)
      await ports.store.replace('differences', id, revision, {
        ...fields,
        open: false,
        mendedAt: ports.clock.now(),
      })
}
