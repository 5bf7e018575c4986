import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { keep, kept } from './storage'

/** 大字版: body text of 22 instead of 18. */
const largePrint = 22 / 18
/** Body text of 30 is the largest that every page holds. */
const largest = 30 / 18

const key = 'largePrint'
const listeners = new Set<() => void>()

const isLarge = (): boolean => kept(key) === true

function setLarge(large: boolean): void {
  keep(key, large)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How much larger than usual the person has set their phone's or browser's letters. */
function systemScale(): number {
  if (process.env.TARO_ENV !== 'weapp') {
    const root =
      typeof window === 'undefined' ? '' : window.getComputedStyle(document.documentElement).fontSize
    return (parseFloat(root) || 16) / 16
  }
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16
}

export interface LetterSize {
  /** What `--k` is set to. */
  scale: number
  large: boolean
  toggle: () => void
}

/** The size of letters on this device: the person's own setting, times large print where it is on. */
export function useLetterSize(): LetterSize {
  const large = useSyncExternalStore(subscribe, isLarge, isLarge)
  const scale = Math.min(largest, Math.max(1, systemScale()) * (large ? largePrint : 1))
  return { scale: Math.round(scale * 10_000) / 10_000, large, toggle: () => setLarge(!large) }
}
