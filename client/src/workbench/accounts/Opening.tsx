import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ImportKind } from '../../../../shared/contracts/imports'
import { role as roles, type Role } from '../../../../shared/contracts/staff'
import {
  MoveAccount,
  OpenAccount,
  type AccountShown,
  type ListAccounts,
} from '../../../../shared/contracts/staffAccounts'
import { kindsFor } from '../../../../shared/contracts/whoImports'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { Pick } from '../../components/Pick'
import { newKey } from '../../device/newKey'
import { accounts } from '../../texts/accounts'
import { imports } from '../../texts/imports'
import { workbench } from '../../texts/workbench'
import { Question } from '../Question'
import { useStep } from '../useStep'

const { open: words } = accounts

interface Props {
  /** Whom to move; left out: a new account. */
  account?: AccountShown
  /** What an account of this region may be. */
  desks: Pick<ReplyOf<typeof ListAccounts>, 'towns' | 'needTwo' | 'ofWholeRegion'>
  onDone: () => void
  onCancel?: () => void
}

/** A new account, or another desk for one: role, town, and which rosters. */
export function Opening({ account, desks, onDone, onCancel }: Props) {
  const { towns, needTwo, ofWholeRegion } = desks
  const [role, setRole] = useState<Role | undefined>(account?.role)
  const [town, setTown] = useState(account?.town ?? '')
  const [name, setName] = useState(account?.name ?? '')
  const [kinds, setKinds] = useState<readonly ImportKind[]>(account?.imports ?? [])
  const [key] = useState(newKey)
  const { trouble, busy, take, say, anew } = useStep()
  const isWhole = role !== undefined && ofWholeRegion.includes(role)
  const place = isWhole ? null : town.trim() || null
  const offered = role ? kindsFor(role, place) : []
  const save = () => {
    if (role === undefined || name.trim().length < 2) return say(words.roleFirst)
    const desk = { role, town: place, imports: kinds.filter((kind) => offered.includes(kind)) }
    if (account) take(MoveAccount, { staffId: account.staffId, ...desk }, accounts.refusals.move, onDone)
    else take(OpenAccount, { key, name, ...desk }, accounts.refusals.open, onDone)
  }
  const heading = account ? accounts.move.heading(account.name) : words.heading
  return (
    <Box as="section" className="stack stack--wide" label={heading}>
      <Box as="h2" className="h2">
        {heading}
      </Box>
      {account && <Box as="p">{accounts.move.text}</Box>}
      <Question
        label={words.role}
        choices={roles.options.map((value) => ({ value, text: workbench.roles[value] }))}
        chosen={role}
        onChoose={anew(setRole)}
      />
      {role && needTwo.includes(role) && (
        <Notice tone="warn" icon="info" lines={[account ? accounts.move.needTwo : words.needTwo]} />
      )}
      {!isWhole && <Town towns={towns} town={town} onTown={anew(setTown)} />}
      {!account && (
        <Field
          id="name"
          label={words.name}
          hint={words.nameHint}
          initial=""
          maxLength={20}
          onType={anew(setName)}
          onEnter={save}
        />
      )}
      {offered.length > 0 && <Kinds offered={offered} kinds={kinds} onKinds={anew(setKinds)} />}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <Button text={busy ? accounts.busy : account ? accounts.move.save : words.save} onTap={save} />
        {onCancel && <SecondButton text={accounts.move.cancel} onTap={onCancel} />}
      </Box>
    </Box>
  )
}

const whole = ''

const Town = ({
  towns,
  town,
  onTown,
}: {
  towns: readonly string[]
  town: string
  onTown: (town: string) => void
}) =>
  towns.length === 0 ? (
    <Field id="town" label={words.town} hint={words.townHint} initial={town} maxLength={40} onType={onTown} />
  ) : (
    <Question
      label={words.town}
      choices={[
        { value: whole, text: accounts.wholeRegion },
        ...towns.map((value) => ({ value, text: value })),
      ]}
      chosen={town}
      onChoose={onTown}
    />
  )

interface KindsProps {
  offered: readonly ImportKind[]
  kinds: readonly ImportKind[]
  onKinds: (kinds: readonly ImportKind[]) => void
}

const Kinds = ({ offered, kinds, onKinds }: KindsProps) => (
  <Box role="group" label={words.imports}>
    <Box as="p" className="strong block__h">
      {words.imports}
    </Box>
    {offered.map((kind) => (
      <Pick
        key={kind}
        kind="checkbox"
        choice={{ value: kind, text: imports.kinds[kind].name }}
        on={kinds.includes(kind)}
        onTap={() => onKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])}
      />
    ))}
  </Box>
)
