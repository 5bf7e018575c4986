import './api/zodWithoutJit'
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { sayWhatDidNotLoad } from './browser/sayWhatDidNotLoad'
import { dropOldDrafts } from './device/draft'
import { listenForPrivacy } from './device/privacyAsked'
import './styles/index.scss'

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') {
      Taro.cloud.init({})
      listenForPrivacy()
    } else sayWhatDidNotLoad()
    dropOldDrafts()
  })
  return children
}
