import { useRef, useState } from 'react'
import type { CommitImport } from '../../../../shared/contracts/commitImport'
import type { RequestOf } from '../../../../shared/contracts/contract'
import type { ImportShown } from '../../../../shared/contracts/imports'
import type { MapImport } from '../../../../shared/contracts/mapImport'
import type { UndoImport } from '../../../../shared/contracts/undoImport'
import { call } from '../../api/call'
import { useTrouble } from '../useTrouble'
import { troubleOf } from './troubleOf'

type Step = typeof MapImport | typeof CommitImport | typeof UndoImport

/** Begins one step of an import once, however often it is tapped, and keeps what stood in its way. */
export function useImportStep(onShown: (shown: ImportShown) => void) {
  const { trouble, say, anew } = useTrouble<readonly string[]>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)
  const take = <S extends Step>(contract: S, request: RequestOf<S>): void => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    say(undefined)
    void call<Step>(contract, request).then((answer) => {
      asking.current = false
      setBusy(false)
      if (answer.kind === 'done') onShown(answer.reply)
      else say(troubleOf(answer))
    })
  }
  return { trouble, busy, take, say, anew }
}
