import type { RefundOnDesk } from '../../../../shared/contracts/staff'

/** Whom a refund is for: all of one order that get their money back together. */
export const namesOf = ({ people }: RefundOnDesk): string => people.map(({ name }) => name).join('、')
