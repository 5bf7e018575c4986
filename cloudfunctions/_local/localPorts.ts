import type { SqliteStore } from '../_adapters/embedded/sqliteStore'
import type { JobPorts } from '../_ports/ports'
import type { FormPress } from '../_ports/formPress'
import type { Printer } from '../_ports/printer'

/** The ports of the local service; its store can also be closed and loaded in bulk. */
export interface LocalPorts extends JobPorts {
  store: SqliteStore
  printer: Printer
  press: FormPress
}
