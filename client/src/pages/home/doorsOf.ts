import type { Drawing } from '../../components/Icon'
import { go } from '../../navigation'
import { common } from '../../texts/common'
import { home as words } from '../../texts/home'

/** A way from home to what is not about one person's fee. */
export interface DoorShown {
  icon: Drawing
  text: string
  onTap: () => void
}

/** The doors in the order in which they stand, two to a line. `at` is the place and coverage year home shows. */
export const doorsOf = (at: { region: string; year: number }): DoorShown[] => [
  { icon: 'baby', text: words.newborn, onTap: () => go('newborn', {}) },
  { icon: 'pair', text: words.elsewhere, onTap: () => go('elsewhere', at) },
  { icon: 'paper', text: words.receipts, onTap: () => go('receipts', {}) },
  { icon: 'speech', text: common.complain, onTap: () => go('complaint', { from: 'home', ...at }) },
  { icon: 'book', text: words.policy, onTap: () => go('policy', at) },
]
