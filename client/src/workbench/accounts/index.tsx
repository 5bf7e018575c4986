import './accounts.scss'
import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ListAccounts, type AccountShown, type InviteStaff } from '../../../../shared/contracts/staffAccounts'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { Unanswered } from '../../pages/Unanswered'
import { accounts as words } from '../../texts/accounts'
import type { Me } from '../DeskFrame'
import { DeskPage } from '../DeskPage'
import { Opened } from '../Opened'
import { useList } from '../useList'
import { Account } from './Account'
import { Opening } from './Opening'
import { Token } from './Token'

/** 账号: everybody's account of the region, and a new one. */
export default function AccountsPage() {
  return <DeskPage tab="accounts">{(me) => <Accounts me={me} />}</DeskPage>
}

function Accounts({ me }: { me: Me }) {
  const [sent, setSent] = useState<ReplyOf<typeof InviteStaff>>()
  const [moving, setMoving] = useState<AccountShown>()
  const [isDone, setDone] = useState(false)
  /** How many were opened: the form for the next one is empty, and has a key of its own. */
  const [opened, setOpened] = useState(0)
  const { asked, again, more, toFirst } = useList(ListAccounts, {}, (reply) => reply.accounts)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { accounts, towns, needTwo, ofWholeRegion } = asked.reply
  const desks = { towns, needTwo, ofWholeRegion }
  const changed = () => {
    setDone(true)
    setMoving(undefined)
    again()
  }
  return (
    <>
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <Box as="p" className="muted">
        {words.explain}
      </Box>
      <Box role="status" live="polite" className="small">
        {isDone ? words.done : ''}
      </Box>
      <Box className="cols block block--near">
        <Box className={sent || moving ? 'col col--behind' : 'col'}>
          <Box as="h2" className="h2 block__h">
            {words.list}
          </Box>
          {accounts.length === 0 && <Empty title={words.none} text={words.noneText} />}
          <Box as="ol">
            {accounts.map((account) => (
              <Account
                key={account.staffId}
                account={account}
                onDone={changed}
                onMove={() => setMoving(account)}
                onSent={(reply) => {
                  setSent(reply)
                  again()
                }}
              />
            ))}
          </Box>
          {more && <Link text={words.more} onTap={more} />}
        </Box>
        {me.role === 'bureau' && (
          <Opened className="col" of={sent ? sent.token : moving?.staffId}>
            {sent ? (
              <Token key={sent.token} sent={sent} onClose={() => setSent(undefined)} />
            ) : moving ? (
              <Opening
                key={`moving ${moving.staffId}`}
                account={moving}
                desks={desks}
                onDone={changed}
                onCancel={() => setMoving(undefined)}
              />
            ) : (
              <Opening
                key={`opening ${opened}`}
                desks={desks}
                onDone={() => {
                  setOpened(opened + 1)
                  // The newest stands first.
                  toFirst()
                  changed()
                }}
              />
            )}
          </Opened>
        )}
      </Box>
    </>
  )
}
