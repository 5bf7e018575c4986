import Taro from '@tarojs/taro'

/** What this phone keeps. A full or forbidden storage is no reason to stop: the page then simply forgets. */
export function keep(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    return
  }
}

/** What was kept, or undefined. The shape is the reader's to check. */
export function kept(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch {
    return
  }
}

/** Everything this phone keeps. */
export function forgetAll(): void {
  try {
    Taro.clearStorageSync()
  } catch {
    return
  }
}
