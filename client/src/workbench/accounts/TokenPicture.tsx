import { useEffect, useState } from 'react'
import { Picture } from '../../components/Picture'
import { Box } from '../../components/Element'
import { accounts } from '../../texts/accounts'

/** The token to be scanned off the screen; a phone shows no code to itself. Without it the token can still be copied. */
export function TokenPicture({ token, name }: { token: string; name: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let gone = false
    // Written so that the mini-program's build leaves the drawing out.
    if (process.env.TARO_ENV !== 'weapp')
      import('../../browser/qrPicture').then(
        ({ qrPicture }) => {
          if (!gone) setAddress(qrPicture(token))
        },
        () => setAddress(undefined),
      )
    return () => void (gone = true)
  }, [token])
  return address === undefined ? null : (
    <Box className="qr">
      <Picture address={address} label={accounts.token.picture(name)} />
    </Box>
  )
}
