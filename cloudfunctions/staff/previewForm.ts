import { PreviewForm } from '../../shared/contracts/forms'
import { assembleForm } from '../_forms/assembleForm'
import { formDocument } from '../_forms/formRecord'
import { formRoles } from '../_forms/formRoles'
import { noteFormLook } from '../_forms/noteFormLook'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** So many people of a list, and so many pages where each has one, are looked at before printing. */
const previewed = { rows: 20, pages: 2 }

/** 预览: the form as it will be printed, its first people. */
export const previewForm = staffUseCase(PreviewForm, formRoles, async ({ formId }, ports) => {
  const standing = await formDocument(ports.store, ports.staff, formId)
  if (!standing) return refuse('notFound')
  if (standing.fields.state !== 'ready') return refuse('notNow')
  const { definition, volumes, volume } = await assembleForm(ports, standing)
  const atMost = definition.sheetPer === 'form' ? previewed.rows : previewed.pages
  const people = Math.min(standing.fields.people, atMost)
  await noteFormLook(ports, standing, 'formSeen', { people })
  return done({ form: volume(1, atMost), people: standing.fields.people, volumes })
})
