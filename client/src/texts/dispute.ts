import type { DisputeEnrollment } from '../../../shared/contracts/disputeEnrollment'
import type { RequestOf } from '../../../shared/contracts/contract'

/** 提出异议: a record of other cover is wrong. */
export const dispute = {
  heading: '觉得记录不对？',
  label: '哪里不对',
  says: {
    never: { text: '从来没有参加过' },
    ended: { text: '以前有，现在停了' },
    notMine: { text: '记的不是我' },
  } satisfies Record<RequestOf<typeof DisputeEnrollment>['says'], { text: string }>,
  send: '请医保部门核对',
  chooseFirst: '先选哪里不对，再交。',
  nothing: '没有要核对的记录。',
  open: (moment: string) => `${moment}交的异议，正在核对。`,
  answered: (name: string) => `${name}核对过了，答复：`,
  office: (name: string) => `由${name}核对。核对前先别缴。`,
}
