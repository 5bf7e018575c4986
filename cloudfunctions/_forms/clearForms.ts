import type { JobPorts } from '../_ports/ports'
import { formChunkId, moveForm, type FormDocument, type FormFields } from './formRecord'
import { clearFormRows } from './formRows'
import type { FormState } from '../../shared/contracts/forms'

type Clearing = Pick<JobPorts, 'store' | 'clock'>

/** Long enough for a day's work at the desk. */
const keptHours = 24
const standingStates: readonly FormState[] = ['gathering', 'ready', 'tooLong']
const formsAtOnce = 20

/** Empties the rows of forms that were begun a day ago: whoever needs one again makes it again. */
export async function clearForms({ store, clock }: Clearing): Promise<{ cleared: number }> {
  const before = new Date(Date.parse(clock.now()) - keptHours * 3_600_000).toISOString()
  let cleared = 0
  for (const state of standingStates) {
    const { documents } = await store.find<FormFields>('forms', {
      where: { state, startedAt: { before } },
      sort: { field: 'startedAt', order: 'ascending' },
      limit: formsAtOnce,
    })
    for (const standing of documents) cleared += await clear({ store, clock }, standing)
  }
  return { cleared }
}

/** The state first: nobody reads rows that are about to go, and nobody adds to them. */
async function clear({ store, clock }: Clearing, { id }: FormDocument): Promise<number> {
  const chunks = await store.transaction(async (documents) => {
    const now = await documents.get<FormFields>('forms', id)
    if (!now || now.fields.state === 'cleared') return 0
    await moveForm(documents, now, { event: 'clearedAway', actor: 'service' }, { changedAt: clock.now() })
    return now.fields.chunks
  })
  for (let chunk = 0; chunk < chunks; chunk += 1) await clearFormRows(store, formChunkId(id, chunk))
  return 1
}
