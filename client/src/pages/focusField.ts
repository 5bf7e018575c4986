import Taro from '@tarojs/taro'

/** Leads to a field: the browser puts the cursor there, the mini-program brings it into view. */
export function focusField(id: string): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120 })
    return
  }
  document.getElementById(id)?.focus()
}
