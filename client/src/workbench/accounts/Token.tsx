import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { InviteStaff } from '../../../../shared/contracts/staffAccounts'
import { Button, SecondButton } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { accounts } from '../../texts/accounts'
import { TokenPicture } from './TokenPicture'

const { token: words } = accounts

/** The token, shown this once: it stands nowhere else. */
export function Token({
  sent: { account, token, endsAt },
  onClose,
}: {
  sent: ReplyOf<typeof InviteStaff>
  onClose: () => void
}) {
  const [copied, setCopied] = useState(false)
  return (
    <Box as="section" className="stack stack--wide" label={words.heading(account.name)}>
      <Box as="h2" className="h2">
        {words.heading(account.name)}
      </Box>
      <TokenPicture token={token} name={account.name} />
      <Words className="token">{token}</Words>
      <Box as="p">{words.text}</Box>
      <Box as="p" className="strong">
        {words.until(endsAt)}
      </Box>
      <Box role="status" live="polite" className="small">
        {copied ? words.copied : ''}
      </Box>
      <Button
        text={words.copy}
        icon="copy"
        onTap={() =>
          void Taro.setClipboardData({ data: token }).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      />
      <SecondButton text={words.close} onTap={onClose} />
    </Box>
  )
}
