/** 退费: where the notice gives nothing back, it says neither who does what nor which way the money goes. */
import type { Rule } from './examined'

export const checkRefund: Rule = ({ table: { refund }, fault }) => {
  const refused = [refund.oncePaid, refund.onDuplicate].every((one) => 'value' in one && one.value === 'none')
  if (!refused) return []
  return (['steps', 'way'] as const)
    .filter((key) => refund[key] !== undefined)
    .map((key) =>
      fault(
        ['refund', key],
        'refund-of-nothing',
        `两种情况都写了不退，${key} 就用不上；请核对，或删掉这一项`,
      ),
    )
}
