import { Image } from '@tarojs/components'
import { inMiniProgram } from './Element'

/** A picture the person has chosen, as large as there is room, for a look before it is sent. */
export const Picture = ({ address, label }: { address: string; label: string }) =>
  inMiniProgram ? (
    <Image className="picture" src={address} mode="widthFix" aria-role="img" aria-label={label} />
  ) : (
    <img className="picture" src={address} alt={label} />
  )
