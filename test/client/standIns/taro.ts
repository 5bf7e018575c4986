/**
 * Stands in for Taro in a DOM: a stack of addresses, a storage, and what pages asked of the phone.
 * Tests read and set it by `phone`.
 */
import { useEffect, useRef } from 'react'

interface Phone {
  /** The addresses gone to, the last one in view. */
  stack: string[]
  storage: Map<string, unknown>
  clipboard: string
  modals: string[]
  onMove: () => void
}

export const phone: Phone = {
  stack: ['/pages/home/index'],
  storage: new Map(),
  clipboard: '',
  modals: [],
  onMove: () => undefined,
}

/** A phone that was just taken out of its box, at an address. */
export function freshPhone(address: string): void {
  phone.stack = [address]
  phone.storage = new Map()
  phone.clipboard = ''
  phone.modals = []
}

const move = (change: () => void): Promise<void> => {
  change()
  phone.onMove()
  return Promise.resolve()
}

export function useRouter(): { path: string; params: Record<string, string> } {
  const [path = '', query = ''] = phone.stack[phone.stack.length - 1]?.split('?') ?? []
  return { path, params: Object.fromEntries(new URLSearchParams(query)) }
}

const shows = new Set<() => void>()
const hides = new Set<() => void>()

/** What a page wants to hear of, as long as it stands. */
function useHeard(hearers: Set<() => void>, hear: () => void): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    const now = (): void => latest.current()
    hearers.add(now)
    return () => void hearers.delete(now)
  }, [hearers])
}

export function useDidShow(onShow: () => void): void {
  useHeard(shows, onShow)
  useEffect(onShow, [])
}

export const useDidHide = (onHide: () => void): void => useHeard(hides, onHide)

/** Another page was looked at, and this one is looked at again. */
export function comeBack(): void {
  hides.forEach((hide) => hide())
  shows.forEach((show) => show())
}

export const useLaunch = (onLaunch: () => void): void => useEffect(onLaunch, [])

export default {
  navigateTo: ({ url }: { url: string }) => move(() => phone.stack.push(url)),
  redirectTo: ({ url }: { url: string }) => move(() => phone.stack.splice(-1, 1, url)),
  reLaunch: ({ url }: { url: string }) => move(() => phone.stack.splice(0, phone.stack.length, url)),
  navigateBack: () => move(() => phone.stack.pop()),
  getCurrentPages: () => phone.stack,
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
  getStorageInfoSync: () => ({ keys: [...phone.storage.keys()] }),
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  setClipboardData: ({ data }: { data: string }) => {
    phone.clipboard = data
    return Promise.resolve()
  },
  showModal: ({ content }: { content: string }) => {
    phone.modals.push(content)
    return Promise.resolve()
  },
  makePhoneCall: () => Promise.resolve(),
  pageScrollTo: () => Promise.resolve(),
}
