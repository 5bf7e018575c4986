import { noteTaken } from '../_audit/noteTaken'
import type { StaffPorts } from '../_ports/ports'
import type { FormDocument } from './formRecord'

/** Who saw a form with people on it, or took it along, and who they were: written down before it is handed out. */
export const noteFormLook = (
  ports: StaffPorts,
  { id, fields: { form, coverageYear } }: FormDocument,
  action: 'formSeen' | 'formPrinted' | 'formDownloaded',
  volume: number,
  residentIds: readonly string[],
): Promise<void> =>
  noteTaken(ports, { action, object: `forms/${id}`, details: { form, coverageYear, volume } }, residentIds)
