import { useRef, useState } from 'react'
import type { ReplyOf, RequestOf } from '../../../../shared/contracts/contract'
import { PrepareForm, PreviewForm, TakeForm } from '../../../../shared/contracts/forms'
import { newKey } from '../../device/newKey'
import { openFile } from '../../device/openFile'
import { forms as words } from '../../texts/forms'
import { useStep } from '../useStep'
import { requestOf, type Chosen } from './chosen'

/** A form that was looked at, as it can be taken along. */
export type ShownForm = ReplyOf<typeof PreviewForm> & { formId: string }

export type FileKind = RequestOf<typeof TakeForm>['as']

/** Makes a form, some people at a call, shows it, and takes it along. */
export function useForm() {
  const step = useStep()
  const [shown, setShown] = useState<ShownForm>()
  const [looked, setLooked] = useState(0)
  const [saved, setSaved] = useState<string>()
  /** What is being made: an answer to something chosen before counts for nothing. */
  const wanted = useRef('')

  const forget = (): void => {
    wanted.current = ''
    setShown(undefined)
    setSaved(undefined)
    step.say(undefined)
  }
  const preview = (formId: string): void =>
    step.take(PreviewForm, { formId }, words.takeRefusals, (reply) => setShown({ ...reply, formId }))
  const goOn = (request: RequestOf<typeof PrepareForm>): void =>
    step.take(PrepareForm, request, words.prepareRefusals, (reply) => {
      if (wanted.current !== request.key) return
      setLooked(reply.looked)
      if (reply.state === 'gathering') goOn(request)
      else if (reply.state === 'ready') preview(reply.formId)
      else step.say(reply.state === 'tooLong' ? words.tooLong : words.takeRefusals.notNow)
    })
  return {
    shown,
    looked,
    saved,
    busy: step.busy,
    trouble: step.trouble,
    say: step.say,
    forget,
    prepare(chosen: Chosen): void {
      forget()
      setLooked(0)
      const key = newKey()
      wanted.current = key
      goOn(requestOf(chosen, key))
    },
    take(as: FileKind, volume: number): void {
      if (!shown) return
      setSaved(undefined)
      step.take(
        TakeForm,
        { formId: shown.formId, as, volume },
        words.takeRefusals,
        ({ fileName, content }) => {
          void openFile(fileName, content, as).then((isOpen) =>
            setSaved(isOpen ? words.saved : words.notSaved),
          )
        },
      )
    },
  }
}
