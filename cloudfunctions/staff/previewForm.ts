import { PreviewForm } from '../../shared/contracts/forms'
import { assembleForm } from '../_forms/assembleForm'
import { formDocument } from '../_forms/formRecord'
import { formRoles } from '../_forms/formRoles'
import { noteFormLook } from '../_forms/noteFormLook'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** So many people at most, and so many pages where each person or household has one, are looked at before printing. */
const mostPeople = 20
const mostPages = 2

/** 预览: the form as it will be printed, its first people. */
export const previewForm = staffUseCase(PreviewForm, formRoles, async ({ formId }, ports) => {
  const standing = await formDocument(ports.store, ports.staff, formId)
  if (!standing) return refuse('notFound')
  if (standing.fields.state !== 'ready') return refuse('notNow')
  const { people } = standing.fields
  const { volumes, volume } = await assembleForm(ports, standing)
  const { form, residentIds } = volume(1, mostPeople)
  await noteFormLook(ports, standing, 'formSeen', 1, residentIds)
  return done({ form: { ...form, sheets: form.sheets.slice(0, mostPages) }, people, volumes })
})
