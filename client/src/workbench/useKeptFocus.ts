import { useEffect, type RefObject } from 'react'
import { leadTo } from './focusLead'

/**
 * What holds the focus often goes away by being used: a step is done, another case stands there. Then the focus goes to what stands
 * there now, in the nearest surroundings that are left, and not to the top of the page. Browser only.
 */
export function useKeptFocus(within: RefObject<HTMLElement>): void {
  useEffect(() => {
    const page = within.current
    if (!page || typeof MutationObserver === 'undefined') return
    /** What had the focus last and everything around it, nearest first; empty once somebody left it by themselves. */
    let around: Element[] = []
    const note = ({ target }: FocusEvent) => {
      around = []
      for (let each = target as Element | null; each; each = each === page ? null : each.parentElement)
        around.push(each)
    }
    const forget = ({ target }: FocusEvent) => {
      // A browser may say so too when what had the focus is taken out of the page: only afterwards can one tell.
      setTimeout(() => {
        if (around[0] === target && around[0]?.isConnected) around = []
      })
    }
    const mend = () => {
      const [held] = around
      if (!held || held.isConnected || document.activeElement !== document.body) return
      const left = around.find(({ isConnected }) => isConnected)
      if (left instanceof HTMLElement) leadTo(left)
    }
    const observer = new MutationObserver(mend)
    observer.observe(page, { childList: true, subtree: true })
    page.addEventListener('focusin', note)
    page.addEventListener('focusout', forget)
    return () => {
      observer.disconnect()
      page.removeEventListener('focusin', note)
      page.removeEventListener('focusout', forget)
    }
  }, [within])
}
