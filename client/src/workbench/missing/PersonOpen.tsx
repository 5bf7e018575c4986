import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { OpenMissing, type MissingPerson } from '../../../../shared/contracts/missing'
import { specialGroupName, WithdrawSpecial } from '../../../../shared/contracts/specialNotes'
import { useCall } from '../../api/useCall'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { Unanswered } from '../../pages/Unanswered'
import { missing as words } from '../../texts/missing'
import { progress } from '../../texts/progress'
import { special } from '../../texts/special'
import { useStep } from '../useStep'
import { NoteForm } from './NoteForm'

type Person = ReplyOf<typeof OpenMissing>
type Noted = MissingPerson['noted']

interface Props {
  residentId: string
  coverageYear: number
  onNoted: (noted: Noted) => void
  onClose: () => void
}

/** One person whose door somebody stands at: telephone, address, and what can be noted of them. */
export function PersonOpen({ residentId, coverageYear, onNoted, onClose }: Props) {
  const { asked, again } = useCall(OpenMissing, { residentId, coverageYear })
  const [isNoting, setIsNoting] = useState(false)
  const [says, setSays] = useState('')
  const onChanged = (noted: Noted, sentence: string) => {
    setIsNoting(false)
    setSays(sentence)
    onNoted(noted)
    again()
  }
  if (asked.kind !== 'done')
    return (
      <Box className="opened">
        <Unanswered asked={asked} absent={words.person.notFound} onAgain={again} />
      </Box>
    )
  const person = asked.reply
  return (
    <Box className="opened stack">
      <Facts person={person} />
      {says && (
        <Box role="status" live="polite" className="small">
          {says}
        </Box>
      )}
      {isNoting ? (
        <NoteForm
          residentId={residentId}
          coverageYear={coverageYear}
          lists={person.lists}
          onDone={(group) => onChanged({ group, state: 'noted' }, special.noteDone)}
          onCancel={() => setIsNoting(false)}
        />
      ) : (
        <>
          {person.noted === null ? (
            <SecondButton text={words.person.note} onTap={() => setIsNoting(true)} />
          ) : (
            <Withdraw person={person} coverageYear={coverageYear} onDone={() => onChanged(null, '')} />
          )}
          <Link text={words.person.close} onTap={onClose} />
        </>
      )}
    </Box>
  )
}

/** Whoever stands in the village rings with one tap. */
const callTo = (phone: string) => ({
  text: words.person.call,
  label: words.person.callTo(phone),
  onTap: () => void Taro.makePhoneCall({ phoneNumber: phone }),
})

const Facts = ({ person: { maskedId, phone, address, why, noted } }: { person: Person }) => (
  <SummaryList light>
    <SummaryRow label={words.person.id} value={maskedId} />
    <SummaryRow
      label={words.person.phone}
      value={phone ?? words.person.unknown}
      change={phone === null ? undefined : callTo(phone)}
    />
    <SummaryRow label={words.person.address} value={address ?? words.person.unknown} />
    <SummaryRow label={words.person.why} value={why === null ? words.person.enrolled : progress.whys[why]} />
    {noted && (
      <SummaryRow
        label={words.person.special}
        value={`${specialGroupName(noted.group)}，${special.states[noted.state]}`}
      />
    )}
  </SummaryList>
)

function Withdraw({
  person,
  coverageYear,
  onDone,
}: {
  person: Person
  coverageYear: number
  onDone: () => void
}) {
  const { trouble, busy, take } = useStep()
  const { residentId, name } = person
  return (
    <>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <SecondButton
        text={busy ? special.busy : special.withdraw}
        label={special.withdrawOf(name)}
        onTap={() => take(WithdrawSpecial, { residentId, coverageYear }, special.withdrawRefusals, onDone)}
      />
    </>
  )
}
