import '../desk.scss'
import { useEffect, useState } from 'react'
import { enterAs, staffToTry, type StaffToTry } from '../../api/demonstrationStaff'
import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Waiting } from '../../components/Outage'
import { RadioCards } from '../../components/RadioCards'
import { go, replace } from '../../navigation'
import { join } from '../../texts/accounts'
import { enter as words, workbench } from '../../texts/workbench'
import { DeskFrame } from '../DeskFrame'
import { useTrouble } from '../useTrouble'

/** 进工作台: in a demonstration one picks an account; anywhere else the account belongs to the WeChat identity. */
export default function EnterPage() {
  const [accounts, setAccounts] = useState<readonly StaffToTry[]>()
  const [chosen, setChosen] = useState<string>()
  const { trouble, say, anew } = useTrouble<string>()
  useEffect(() => void staffToTry().then(setAccounts), [])

  const onEnter = async () => {
    if (chosen === undefined) return say(words.chooseFirst)
    if (await enterAs(chosen)) return replace('today', {})
    say(words.noAccount)
  }
  return (
    <DeskFrame tab="today" titleOf={(id) => id}>
      <Box className="desk__narrow stack stack--wide">
        <Box as="h1" className="h1">
          {words.heading}
        </Box>
        {accounts === undefined ? (
          <Waiting />
        ) : accounts.length === 0 ? (
          <Notice tone="warn" icon="lock" lines={[words.noAccount]} />
        ) : (
          <>
            <Box as="p" className="muted">
              {words.demo}
            </Box>
            <RadioCards
              label={words.label}
              choices={accounts.map(choiceOf)}
              chosen={chosen}
              onChoose={anew(setChosen)}
            />
            {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
            <Button text={words.go} onTap={() => void onEnter()} />
          </>
        )}
        <Link text={join.link} onTap={() => go('join', {})} />
      </Box>
    </DeskFrame>
  )
}

const choiceOf = ({ staffId, name, role, placeName, town }: StaffToTry) => ({
  value: staffId,
  text: name,
  hint: [placeName, town ?? workbench.roles[role]].join(' '),
})
