import '../desk.scss'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { AcceptInvitation } from '../../../../shared/contracts/staffAccounts'
import { Button, SecondButton } from '../../components/Button'
import { Box, inMiniProgram } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { replace } from '../../navigation'
import { join as words } from '../../texts/accounts'
import { workbench } from '../../texts/workbench'
import { DeskFrame } from '../DeskFrame'
import { useStep } from '../useStep'

/** 接受邀请: binds the WeChat account of whoever has the token to the staff account it was made for. */
export default function JoinPage() {
  const [token, setToken] = useState('')
  /** Null: nothing was scanned. */
  const [scanned, setScanned] = useState<string | null>()
  const [bound, setBound] = useState<ReplyOf<typeof AcceptInvitation>>()
  const { trouble, busy, take, say, anew } = useStep()
  const accept = () =>
    token.trim() === ''
      ? say(words.typeFirst)
      : take(AcceptInvitation, { token: token.trim() }, words.refusals, setBound)
  const scan = () =>
    void Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => {
        setToken(result)
        setScanned(result)
      },
      () => setScanned(null),
    )
  return (
    <DeskFrame tab="today" titleOf={(id) => id}>
      <Box className="desk__narrow stack stack--wide">
        <Box as="h1" className="h1">
          {words.heading}
        </Box>
        {bound ? (
          <>
            <Notice
              tone="ok"
              icon="tick"
              lines={[words.done(`${bound.placeName}${bound.town ?? ''}`, workbench.roles[bound.role])]}
              announced
            />
            <Button text={words.enter} onTap={() => replace('today', {})} />
          </>
        ) : (
          <>
            <Box as="p" className="muted">
              {words.explain}
            </Box>
            {inMiniProgram && <SecondButton text={words.scan} onTap={scan} />}
            <Box role="status" live="polite">
              {scanned === undefined ? '' : scanned === null ? words.notScanned : words.scanned}
            </Box>
            <Field
              key={scanned ?? 'typed'}
              id="token"
              label={words.label}
              hint={words.hint}
              error={trouble}
              initial={scanned ?? ''}
              maxLength={64}
              onType={anew(setToken)}
              onEnter={accept}
            />
            <Button text={busy ? words.busy : words.go} onTap={accept} />
          </>
        )}
      </Box>
    </DeskFrame>
  )
}
