import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { Assessment } from '../../../../shared/rules/assessment'

type Reply = ReplyOf<typeof WhatIOwe>

/** What is said around an answer: of one person, or of somebody who only asks. */
export interface Around extends Pick<
  Reply,
  'coverageYear' | 'today' | 'place' | 'notices' | 'order' | 'awaitingTax'
> {
  who: string
}

/** An assessment, for whoever may know all of it. */
export interface Assessed extends Around {
  assessment: Assessment
}

/** What a proxy may know. */
export interface Owed extends Around {
  owing: Reply['owing']
}
