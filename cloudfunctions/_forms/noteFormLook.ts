import { noteEvent } from '../_audit/noteEvent'
import type { StaffPorts } from '../_ports/ports'
import type { FormDocument } from './formRecord'

/** Who saw a form with people on it, or took it along: written down before it is handed out. */
export const noteFormLook = (
  { store, staff, clock, cipher }: StaffPorts,
  { id, fields }: FormDocument,
  action: 'formSeen' | 'formPrinted' | 'formDownloaded',
  details: Readonly<Record<string, number>>,
): Promise<void> =>
  store.transaction((documents) =>
    noteEvent(documents, `${action}-${cipher.randomId()}`, {
      actor: `staff:${staff.staffId}`,
      action,
      object: `forms/${id}`,
      at: clock.now(),
      details: { form: fields.form, coverageYear: fields.coverageYear, ...details },
    }),
  )
