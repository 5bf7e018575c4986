import { useEffect, useRef, useState } from 'react'
import type { ReplyOf, RequestOf } from '../../../../shared/contracts/contract'
import { PrepareForm, PreviewForm, TakeForm } from '../../../../shared/contracts/forms'
import { call } from '../../api/call'
import { newKey } from '../../device/newKey'
import { openFile } from '../../device/openFile'
import { forms as words } from '../../texts/forms'
import { troubleOf } from '../troubleOf'
import { useStep } from '../useStep'
import { useTrouble } from '../useTrouble'
import { requestOf, type Chosen } from './chosen'

/** A form that was looked at, as it can be taken along. */
export type ShownForm = ReplyOf<typeof PreviewForm> & { formId: string }

/** What a form is taken along as. */
export type FileKind = RequestOf<typeof TakeForm>['as']

/** Makes a form, some people at a call, and shows it. Once something else is chosen, or the page is left, no answer counts. */
export function useForm() {
  const { trouble, say } = useTrouble<string>()
  const [shown, setShown] = useState<ShownForm>()
  /** People looked at so far; undefined: nothing is being made. */
  const [looked, setLooked] = useState<number>()
  /** The key of what is being made; empty: nothing is. */
  const wanted = useRef('')
  useEffect(() => () => void (wanted.current = ''), [])

  const forget = (): void => {
    wanted.current = ''
    setShown(undefined)
    setLooked(undefined)
    say(undefined)
  }
  const make = async (chosen: Chosen): Promise<void> => {
    if (wanted.current !== '') return
    forget()
    setLooked(0)
    const request = requestOf(chosen, newKey())
    wanted.current = request.key
    const made = await formOf(request, () => wanted.current === request.key, setLooked)
    if (wanted.current !== request.key) return
    wanted.current = ''
    setLooked(undefined)
    if (typeof made === 'string') say(made)
    else setShown(made)
  }
  return { shown, looked, trouble, say, forget, make: (chosen: Chosen) => void make(chosen) }
}

/** The form, or why there is none; asks on as long as it is still wanted. */
async function formOf(
  request: RequestOf<typeof PrepareForm>,
  isWanted: () => boolean,
  onLooked: (people: number) => void,
): Promise<ShownForm | string> {
  for (;;) {
    const prepared = await call(PrepareForm, request)
    if (prepared.kind !== 'done') return troubleOf(prepared, words.prepareRefusals)
    const { state, formId, looked } = prepared.reply
    if (state === 'tooLong') return words.tooLong
    if (state === 'cleared' || !isWanted()) return words.takeRefusals.notNow
    onLooked(looked)
    if (state === 'gathering') continue
    const preview = await call(PreviewForm, { formId })
    return preview.kind === 'done' ? { ...preview.reply, formId } : troubleOf(preview, words.takeRefusals)
  }
}

/** Takes a shown form along, a file at a time; `says` how that went. */
export function useTaking(formId: string) {
  const { trouble, busy, take } = useStep()
  const [saved, setSaved] = useState('')
  const onTake = (as: FileKind, volume: number): void => {
    setSaved('')
    take(TakeForm, { formId, as, volume }, words.takeRefusals, ({ fileName, content }) => {
      void openFile(fileName, content, as).then((isOpen) => setSaved(isOpen ? words.saved : words.notSaved))
    })
  }
  return { trouble, busy, saved, onTake }
}
