import type { DayStage } from '../../../../shared/contracts/day'
import type { Drawing } from '../../components/Icon'
import type { Tone } from '../../components/Tag'

/** How a day's stage looks: a colour never without a drawing. */
export function toneOf(stage: DayStage): { tone: Tone; icon?: Drawing } {
  switch (stage) {
    case 'confirmed':
      return { tone: 'ok', icon: 'tick' }
    case 'differs':
      return { tone: 'bad', icon: 'warn' }
    case 'open':
      return { tone: 'plain' }
    default:
      return { tone: 'due', icon: 'clock' }
  }
}
