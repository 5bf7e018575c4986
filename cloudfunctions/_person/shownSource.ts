import type { SourceShown } from '../../shared/contracts/person'
import type { StaffPorts } from '../_ports/ports'
import type { ImportFields } from '../_imports/importRecord'
import type { Source } from '../_residents/sourceRecord'
import { colleagueName } from '../_staff/colleagueName'
import type { CorrectionFields } from './correctionRecord'

/** A source as the caller may see it: who it was stays unsaid where the account is out of their reach. */
export async function shownSource(ports: StaffPorts, source: Source): Promise<SourceShown> {
  const staffId = await staffBehindSource(ports, source)
  return {
    kind: source.kind,
    roster: source.roster ?? null,
    row: source.row ?? null,
    by: staffId === undefined ? null : await colleagueName(ports.store, staffId),
    at: source.at,
  }
}

async function staffBehindSource({ store }: StaffPorts, { kind, ref }: Source): Promise<string | undefined> {
  if (kind === 'import') return (await store.get<ImportFields>('imports', ref))?.fields.startedBy
  if (kind === 'correction') return (await store.get<CorrectionFields>('corrections', ref))?.fields.by
  return staffIn(ref)
}

/** The staff id in an actor as the audit log names one; undefined for anybody else. */
const staffIn = (actor: string): string | undefined => /^staff:(.+)$/.exec(actor)?.[1]
