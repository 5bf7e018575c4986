import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { setLocalDay } from '../api/localDay'
import { usePlaces } from '../api/places'
import { Frame } from '../components/Frame'
import { useLetterSize } from '../device/letterSize'
import { go, goBack, type PolicyAddress } from '../navigation'
import { fullDay } from '../texts/figures'
import { notices, type NamedNotice } from '../texts/notices'
import { today as todayWords } from '../texts/today'

interface Props {
  title: string
  /** Home has no way back. */
  isHome?: boolean
  /** 意见投诉 itself has no way to itself. */
  isComplaint?: boolean
  place?: { name: string; onChange?: () => void }
  notices?: readonly NamedNotice[]
  /** Whose policy a clause belongs to: the way from a clause to all of it. */
  policy?: PolicyAddress
  top?: ReactNode
  close?: boolean
  footer?: ReactNode
  children: ReactNode
}

/** What every resident's page shares: letters of the right size, the way back, the day, the notices to cite. */
export function ResidentPage({ isHome, isComplaint, notices: named = [], policy, ...rest }: Props) {
  const { path, params } = useRouter()
  const { scale } = useLetterSize()
  const { asked } = usePlaces()
  const pretended = asked.kind === 'done' && asked.reply.demo ? asked.reply.today : undefined
  const titleOf = (id: string) => {
    const notice = named.find((one) => one.id === id)
    // What is no notice of the table is a bureau's ruling, cited by its document.
    return notice ? notices.named(notice) : id
  }
  return (
    <Frame
      {...rest}
      scale={scale}
      titleOf={titleOf}
      onBack={isHome ? undefined : goBack}
      onComplain={
        isHome || isComplaint
          ? undefined
          : () => go('complaint', { from: pageAt(path), ...policy, order: params.order })
      }
      onPolicy={policy && (() => go('policy', policy))}
      today={
        pretended === undefined
          ? undefined
          : {
              text: todayWords.demo(fullDay(pretended)),
              day: pretended,
              onDay: (day) => void setLocalDay(day),
            }
      }
    />
  )
}

/** The page's name out of its route. */
const pageAt = (path: string): string => /\w+\/(\w+)\/index/.exec(path)?.[1] ?? 'home'
