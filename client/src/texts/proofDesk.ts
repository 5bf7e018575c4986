import type { ProofReason, ProofState } from '../../../shared/contracts/proof'
import type { DecideProof, OpenProof } from '../../../shared/contracts/staffProofs'
import type { RefusalOf } from '../../../shared/contracts/contract'

/** What a desk lists by itself. */
export type ProofQueue = 'waiting' | 'accepted' | 'rejected' | 'askedAgain'

/** 审证明: an office looks at a paper and says whether it proves what it should. */
export const proofDesk = {
  title: '审证明',
  heading: '居民交来的证明',
  explain: '先打开看，再定。谁看过、谁定的都有记录。',
  queues: {
    waiting: '等审核',
    accepted: '通过的',
    rejected: '没通过的',
    askedAgain: '要重交的',
  } satisfies Record<ProofQueue, string>,
  list: '按交来的先后',
  more: '再看后面的',
  nothing: '这里没有证明',
  nothingText: '居民交来了，会排在这里，早的在前。',
  about: '这一份',
  whose: '谁的',
  paper: '什么证明',
  proves: '要证明什么',
  from: '谁开的',
  year: '参保年度',
  since: '哪天交的',
  size: '文件',
  kinds: { jpeg: '照片', png: '照片', pdf: 'PDF' },
  open: '打开看',
  opening: (part: number, parts: number) => `正在打开，${part}/${parts}`,
  picture: (paper: string, name: string) => `${name}的${paper}`,
  pdfOpened: 'PDF已打开。看过再回来定。',
  pdfAgain: '再打开PDF',
  notShown: '没有打开。再试一次。',
  openFirst: '先打开看，再定。',
  question: '这份证明行不行？',
  accept: '行，通过',
  askAgain: '要重新交',
  reject: '不行，不通过',
  why: '为什么',
  whyHint: '居民看得到这个原因。',
  whyFirst: '先选为什么，居民看得到。',
  sure: { rejected: '不通过，告诉居民', askedAgain: '请居民重新交' },
  back: '先不定',
  busy: '正在记…',
  moved: '定好了，居民看得到。',
  mayNot: '这是您自己交的。请换一位同事看。',
  onlyLooks: '审计只看，不办。',
  reasons: {
    unreadable: { text: '看不清' },
    incomplete: { text: '缺页、没拍全' },
    otherPaper: { text: '不是这份证明' },
    otherPerson: { text: '不是本人的' },
    otherYear: { text: '年度不对' },
    other: { text: '别的原因', hint: '居民要来问' },
  } satisfies Record<ProofReason, { text: string; hint?: string }>,
  states: {
    received: '等审核',
    inReview: '正在审核',
    accepted: '通过',
    rejected: '没通过',
    askedAgain: '要重交',
    replaced: '换成新的了',
    withdrawn: '居民撤回了',
  } satisfies Record<ProofState, string>,
  openRefusals: {
    notFound: '这份证明看不了了。居民可能撤回了。',
    ownProof: '这是您自己交的。请换一位同事看。',
  } satisfies Record<RefusalOf<typeof OpenProof>, string>,
  decideRefusals: {
    notFound: '这份证明不在了。重新打开这页再看。',
    reasonMissing: '先选为什么，居民看得到。',
    notOpened: '您还没打开看，或同事刚看过。再打开看。',
    decided: '已经定过了。重新打开这页再看。',
  } satisfies Record<RefusalOf<typeof DecideProof>, string>,
}
