import { useRef, useState } from 'react'
import type { ImportKind } from '../../../../shared/contracts/imports'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { replace } from '../../navigation'
import { imports as words } from '../../texts/imports'
import { count } from '../../texts/workbench'
import { chooseList } from '../chooseList'
import { useHere } from '../useHere'
import { useTrouble } from '../useTrouble'
import { Progress } from './Progress'
import { sendList, type Sending } from './sendList'

const { begin } = words

/** The first step: which roster, and its file. */
export function Begin({ kinds, coverageYear }: { kinds: readonly ImportKind[]; coverageYear: number }) {
  const [kind, setKind] = useState(kinds.length === 1 ? kinds[0] : undefined)
  const [sending, setSending] = useState<Sending>()
  const { trouble, say, anew } = useTrouble<readonly string[]>()
  const busy = useRef(false)
  const here = useHere()

  const choose = async () => {
    if (!kind) return say([begin.kindFirst])
    say(undefined)
    // An older browser does not say that somebody chose none: until a file is there, one may choose again.
    const list = await chooseList().catch(() => 'unreadable' as const)
    if (list === 'unreadable') return say([begin.notRead])
    if (!list || busy.current) return
    busy.current = true
    const sent = await sendList(list, { kind, coverageYear }, setSending).catch(() => undefined)
    busy.current = false
    setSending(undefined)
    if (!sent) say([begin.notRead])
    else if (sent.kind === 'not') say(sent.lines)
    else if (here.current) replace('imports', { import: sent.importId })
  }
  return (
    <>
      <Box as="p" className="small muted">
        {words.step(1)}
      </Box>
      <Box as="h1" className="h1">
        {begin.heading}
      </Box>
      <Box as="p" className="muted">
        {begin.explain}
      </Box>
      <Box className="block block--near desk__narrow stack">
        {!sending && (
          <RadioCards
            label={begin.kind}
            choices={kinds.map((value) => ({
              value,
              text: words.kinds[value].name,
              hint: words.kinds[value].sender,
            }))}
            chosen={kind}
            onChoose={anew(setKind)}
          />
        )}
        {trouble ? (
          <Notice tone="stop" icon="warn" lines={trouble} announced />
        ) : (
          <Notice icon="lock" lines={[begin.kept]} />
        )}
        {sending ? (
          <Progress done={sending.part} all={sending.parts} text={textOf(sending)} />
        ) : (
          <Button text={begin.choose} onTap={() => void choose()} />
        )}
      </Box>
    </>
  )
}

const textOf = ({ part, parts }: Sending): string =>
  part === parts ? begin.reading : begin.sending(count(part), count(parts))
