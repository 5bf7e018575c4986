import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'

/** An assessment and what is said around it: of one person, or of somebody who only asks. */
export interface Assessed extends Pick<
  ReplyOf<typeof WhatIOwe>,
  'assessment' | 'coverageYear' | 'today' | 'place' | 'notices' | 'order' | 'awaitingTax'
> {
  who: string
}
