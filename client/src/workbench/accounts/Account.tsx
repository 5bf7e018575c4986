import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  ConfirmAccount,
  EndAccount,
  InviteStaff,
  RevokeInvitation,
  type AccountShown,
} from '../../../../shared/contracts/staffAccounts'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { StateItem } from '../../components/StateItem'
import type { Tone } from '../../components/Tag'
import { accounts as words } from '../../texts/accounts'
import { imports } from '../../texts/imports'
import { workbench } from '../../texts/workbench'
import { useStep } from '../useStep'

interface Props {
  account: AccountShown
  onDone: () => void
  onMove: () => void
  onSent: (sent: ReplyOf<typeof InviteStaff>) => void
}

const tones: Record<AccountShown['state'], Tone> = {
  proposed: 'due',
  open: 'due',
  bound: 'ok',
  ended: 'plain',
}

/** One account: whose, what they may do, and the steps that are open. */
export const Account = (props: Props) => {
  const { name, role, town, imports: kinds, state, openedAt, invitedUntil, was } = props.account
  return (
    <StateItem name={name} tag={{ tone: tones[state], text: words.states[state] }}>
      <Box as="p">{`${workbench.roles[role]}　${town ?? words.wholeRegion}`}</Box>
      {kinds.length > 0 && (
        <Box as="p">{words.imports(kinds.map((kind) => imports.kinds[kind].name).join('、'))}</Box>
      )}
      <Box as="p" className="small muted">
        {invitedUntil === null ? words.opened(openedAt) : words.invited(invitedUntil)}
      </Box>
      {was.map(({ role: before, town: of, until }) => (
        <Box as="p" key={until} className="small muted">
          {words.was(`${workbench.roles[before]} ${of ?? words.wholeRegion}`, until)}
        </Box>
      ))}
      <Steps {...props} />
    </StateItem>
  )
}

function Steps({ account, onDone, onMove, onSent }: Props) {
  const [ending, setEnding] = useState(false)
  const { trouble, busy, take } = useStep()
  const { staffId, name, state, invitedUntil, mayConfirm, mayChange } = account
  const { refusals } = words
  const end = () =>
    take(EndAccount, { staffId }, refusals.end, () => {
      setEnding(false)
      onDone()
    })
  if (ending)
    return (
      <Box className="stack">
        <Notice tone="stop" icon="warn" lines={[trouble ?? words.endSure(name)]} announced />
        <SecondButton text={busy ? words.busy : words.endYes} onTap={end} />
        <SecondButton text={words.endNo} onTap={() => setEnding(false)} />
      </Box>
    )
  const steps = [
    ...(mayConfirm
      ? [{ text: words.confirm, onTap: () => take(ConfirmAccount, { staffId }, refusals.confirm, onDone) }]
      : []),
    ...(mayChange && state === 'open'
      ? [
          {
            text: invitedUntil === null ? words.invite : words.inviteAgain,
            onTap: () => take(InviteStaff, { staffId }, refusals.invite, onSent),
          },
        ]
      : []),
    ...(mayChange && invitedUntil !== null
      ? [{ text: words.revoke, onTap: () => take(RevokeInvitation, { staffId }, refusals.revoke, onDone) }]
      : []),
    ...(mayChange && state !== 'proposed' ? [{ text: words.move.go, onTap: onMove }] : []),
    ...(mayChange ? [{ text: words.end, onTap: () => setEnding(true) }] : []),
  ]
  return (
    <>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="steps-row">
        {steps.map(({ text, onTap }) => (
          <SecondButton key={text} text={text} label={words.of(text, name)} onTap={onTap} />
        ))}
      </Box>
    </>
  )
}
