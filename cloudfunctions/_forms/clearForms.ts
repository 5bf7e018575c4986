import type { FormState } from '../../shared/contracts/forms'
import type { JobPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { stateAfter } from '../_states/transitions'
import { formChunkId, moveForm, type FormDocument, type FormFields } from './formRecord'
import { clearFormRows } from './formRows'
import { formTransitions, type FormEvent } from './formStates'

type Clearing = Pick<JobPorts, 'store' | 'clock'>

/** Long enough for a day's work at the desk. */
const keptHours = 24
/** A round that was stopped in the middle of one goes on with it first. */
const withRows: readonly FormState[] = ['clearing', 'gathering', 'ready', 'tooLong']
const formsAtOnce = 20
/** A call over a network each: one after the other, those of a county's form would take longer than a round may. */
const chunksAtOnce = 20

/** Empties the rows of forms that were begun a day ago: whoever needs one again makes it again. */
export async function clearForms(ports: Clearing): Promise<{ cleared: number }> {
  const before = new Date(Date.parse(ports.clock.now()) - keptHours * 3_600_000).toISOString()
  let cleared = 0
  for (const state of withRows) {
    const { documents } = await ports.store.find<FormFields>('forms', {
      where: { state, startedAt: { before } },
      sort: { field: 'startedAt', order: 'ascending' },
      limit: formsAtOnce,
    })
    for (const { id } of documents) if (await clear(ports, id)) cleared += 1
  }
  return { cleared }
}

/** The state first: nobody reads rows that are about to go, and nobody adds to them. And last: until then it is found again. */
async function clear(ports: Clearing, id: string): Promise<boolean> {
  const clearing = await move(ports, id, 'lapsed')
  if (clearing?.fields.state !== 'clearing') return false
  const chunks = [...Array(clearing.fields.chunks).keys()]
  await severalAtOnce(chunks, chunksAtOnce, (chunk) => clearFormRows(ports.store, formChunkId(id, chunk)))
  return (await move(ports, id, 'clearedAway'))?.fields.state === 'cleared'
}

/** Moves it where the table has such an edge; how it stands then. */
const move = ({ store, clock }: Clearing, id: string, event: FormEvent): Promise<FormDocument | undefined> =>
  store.transaction(async (documents) => {
    const standing = await documents.get<FormFields>('forms', id)
    if (!standing || !stateAfter<FormState, FormEvent>(formTransitions, standing.fields.state, event))
      return standing
    return moveForm(documents, standing, { event, actor: 'service' }, { changedAt: clock.now() })
  })
