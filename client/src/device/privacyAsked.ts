import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

type Resolve = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0]

/** What WeChat holds back until the person has answered: one for each function that was called meanwhile. */
let held: readonly Resolve[] = []
const listeners = new Set<() => void>()

function hold(next: readonly Resolve[]): void {
  held = next
  listeners.forEach((listener) => listener())
}

/**
 * 隐私授权: before the clipboard or a chosen file is used for the first time, WeChat asks the program to show its 隐私保护指引
 * and waits. WeChat before base library 2.32.3 does not ask.
 */
export function listenForPrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    resolve({ event: 'exposureAuthorization' })
    hold([...held, resolve])
  })
}

/** The button that has to be tapped: WeChat looks whether it was. */
export const agreeButtonId = 'agree-privacy'

export function answerPrivacy(event: 'agree' | 'disagree'): void {
  const all = held
  hold([])
  for (const resolve of all) resolve(event === 'agree' ? { event, buttonId: agreeButtonId } : { event })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isAsked = (): boolean => held.length > 0

/** Whether WeChat waits for an answer now. */
export const usePrivacyAsked = (): boolean => useSyncExternalStore(subscribe, isAsked, isAsked)
