import { TakeForm } from '../../shared/contracts/forms'
import { withoutMissing, wordsOf } from '../../shared/forms/withoutMissing'
import { assembleForm } from '../_forms/assembleForm'
import { formDocument } from '../_forms/formRecord'
import { formRoles } from '../_forms/formRoles'
import words from '../_forms/formWords.json'
import { noteFormLook } from '../_forms/noteFormLook'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 打印、下载: one volume. What the font does not have is marked on paper; in a workbook the computer's own font has it. */
export const takeForm = staffUseCase(TakeForm, formRoles, async ({ formId, as, volume }, ports) => {
  const standing = await formDocument(ports.store, ports.staff, formId)
  if (!standing) return refuse('notFound')
  if (standing.fields.state !== 'ready') return refuse('notNow')
  const assembled = await assembleForm(ports, standing)
  if (volume > assembled.volumes) return refuse('notFound')
  const { form, residentIds } = assembled.volume(volume)
  await noteFormLook(ports, standing, as === 'pdf' ? 'formPrinted' : 'formDownloaded', volume, residentIds)
  const { press } = ports
  const bytes =
    as === 'xlsx'
      ? await press.workbook(form)
      : await press.pdf(withoutMissing(form, await press.missing(wordsOf(form)), words.missing))
  const part = assembled.volumes > 1 ? `-${volume}` : ''
  return done({
    fileName: `${form.name}-${standing.fields.coverageYear}${part}.${as}`,
    content: Buffer.from(bytes).toString('base64'),
  })
})
