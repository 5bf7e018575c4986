import type { RequestOf } from '../../shared/contracts/contract'
import { PrepareForm } from '../../shared/contracts/forms'
import type { FormDefinition } from '../../shared/forms/formDefinition'
import { formDocument, type FormDocument, type FormFields } from '../_forms/formRecord'
import { formRoles } from '../_forms/formRoles'
import { gatherChunk } from '../_forms/gatherChunk'
import { formOf } from '../_forms/offeredForms'
import { withinOneCall } from '../_ports/withinOneCall'
import type { StaffPorts } from '../_ports/ports'
import { deskPolicy } from '../_policies/deskPolicy'
import { done, refuse } from '../_ports/useCase'
import { townsWithin } from '../_residents/placesWithin'
import { staffUseCase } from '../_staff/staffUseCase'

type Request = RequestOf<typeof PrepareForm>

/** 做一份表册: looks through the residents of the place, for some seconds at a call. */
export const prepareForm = staffUseCase(PrepareForm, formRoles, async (request, ports) => {
  const policy = deskPolicy(ports)
  const definition = formOf(policy.table, request.form)
  if (!definition) return refuse('unknownForm')
  const towns = await townsWithin(ports, policy)
  if (request.town === null ? towns.length > 0 : !towns.includes(request.town)) return refuse('townUnknown')
  if (definition.village === 'must' && request.filled && request.village === null)
    return refuse('villageMissing')

  const wanted = wantedFields(ports, request, definition, policy.coverageYear)
  const id = ports.cipher.index('form', `${ports.staff.staffId}/${request.key}`)
  await ports.store.insert('forms', id, wanted)
  let standing = await formDocument(ports.store, ports.staff, id)
  if (!standing || !isSame(standing.fields, wanted)) return refuse('otherForm')
  for (const goOn = withinOneCall(); standing?.fields.state === 'gathering' && goOn();)
    standing = await gatherChunk(ports, standing, definition, policy)
  if (!standing) throw new Error('a form has gone')
  return done(shown(standing))
})

function wantedFields(
  { staff, clock }: StaffPorts,
  { form, town, village, from, to, filled, blankRows }: Request,
  definition: FormDefinition,
  coverageYear: number,
): FormFields {
  const at = clock.now()
  return {
    region: staff.region,
    town,
    village,
    form,
    coverageYear,
    from: definition.period ? from : null,
    to: definition.period ? to : null,
    filled,
    blankRows,
    state: 'gathering',
    startedBy: staff.staffId,
    startedAt: at,
    changedAt: at,
    cursor: null,
    chunks: 0,
    looked: 0,
    people: 0,
  }
}

const asked = ['town', 'village', 'form', 'coverageYear', 'from', 'to', 'filled', 'blankRows'] as const

/** The same key for something else is a mistake of the page, and must not answer with another form. */
const isSame = (one: FormFields, other: FormFields): boolean =>
  asked.every((field) => one[field] === other[field])

const shown = ({ id, fields: { state, looked, people } }: FormDocument) => ({
  formId: id,
  state,
  looked,
  people,
})
