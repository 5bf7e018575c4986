import type { FactShown } from '../../components/SummaryList'
import type { TierShown } from './subsidyPart'

export type PartName = 'pay' | 'subsidies' | 'who' | 'where' | 'students' | 'newborn' | 'refund'

/** Some facts of a page under one heading. */
export interface Section {
  key: string
  heading?: string
  /** 资助: a row each, where there are any. */
  tiers?: readonly TierShown[]
  facts: readonly FactShown[]
}
