import type {
  AcceptInvitation,
  AccountState,
  ConfirmAccount,
  EndAccount,
  InviteStaff,
  OpenAccount,
  RevokeInvitation,
} from '../../../shared/contracts/staffAccounts'
import type { Sentences } from '../workbench/useStep'
import { fullMoment } from './figures'

const notFound = '没有找到这个账号。刷新再看。'

/** 账号: who works at the desks, and how somebody comes to. */
export const accounts = {
  title: '账号',
  heading: '经办账号',
  explain: '谁在哪个岗位。停用以后，当时就不能用。',
  list: '名单',
  none: '还没有账号',
  noneText: '开了账号、发了邀请，列在这里。',
  states: {
    proposed: '等第二个人复核',
    open: '还没绑微信',
    bound: '在用',
    ended: '已停用',
  } satisfies Record<AccountState, string>,
  invited: (until: string) => `邀请已发，${fullMoment(until)}前有效`,
  opened: (at: string) => `${fullMoment(at)}开的`,
  wholeRegion: '全县',
  imports: (kinds: string) => `能导入：${kinds}`,
  of: (what: string, name: string) => `${what}，${name}`,
  confirm: '复核，同意开',
  invite: '发邀请',
  inviteAgain: '重新发邀请',
  revoke: '收回邀请',
  end: '停用',
  endSure: (name: string) => `停用${name}的账号？当时就不能用，也不能恢复。`,
  endYes: '停用这个账号',
  endNo: '先不停',
  busy: '正在记…',
  more: '再看后面的',
  done: '记下了。',
  token: {
    heading: (name: string) => `给${name}的邀请码`,
    text: '只显示这一次。发给本人，在微信小程序里填。',
    until: (at: string) => `${fullMoment(at)}前有效，用过就作废。`,
    copy: '复制邀请码',
    copied: '复制好了。',
    close: '发好了',
  },
  open: {
    heading: '开一个账号',
    role: '什么岗位？',
    needTwo: '这个岗位要医保局另一位同事复核。',
    town: '哪个乡镇？',
    townHint: '照通知里的名字写。不写就是全县。',
    name: '怎么称呼',
    nameHint: '同事认得出的名字，2到20个字。',
    imports: '能导入哪些名单？',
    save: '开账号',
    roleFirst: '先选岗位，再填名字。',
  },
  refusals: {
    open: {
      townMissing: '乡镇经办要选一个乡镇。',
      townUnknown: '本县没有这个乡镇。',
      importsNotForRole: '这个岗位不导入名单。',
      otherAccount: '已经开过了。刷新再看。',
    } satisfies Sentences<typeof OpenAccount>,
    confirm: {
      notFound,
      notNow: '这个账号不用复核了。',
      ownProposal: '自己开的要另一位同事复核。',
    } satisfies Sentences<typeof ConfirmAccount>,
    invite: { notFound, notNow: '这个账号现在不能发邀请。' } satisfies Sentences<typeof InviteStaff>,
    revoke: { notFound, notNow: '邀请已经用过了。' } satisfies Sentences<typeof RevokeInvitation>,
    end: { notFound, ownAccount: '自己的账号由同事停用。' } satisfies Sentences<typeof EndAccount>,
  },
}

/** 接受邀请: what somebody reads who is no member of staff yet. */
export const join = {
  title: '接受邀请',
  heading: '您有邀请码？',
  explain: '县医保局发给您的。绑定以后，就用这个微信进。',
  label: '邀请码',
  hint: '整段粘贴，一个字也别少。',
  go: '绑定我的微信',
  busy: '正在绑定…',
  typeFirst: '先填邀请码。',
  done: (where: string, role: string) => `绑好了：${where}，${role}。`,
  enter: '进工作台',
  link: '我有邀请码',
  refusals: {
    noInvitation: '邀请码不对，或已用过、收回了。请再要一个。',
    lapsed: '邀请码过期了。请县医保局再发一个。',
    hasAccount: '这个微信已经有经办账号。',
    ownInvitation: '这是您自己发的，要本人来绑。',
  } satisfies Sentences<typeof AcceptInvitation>,
}
