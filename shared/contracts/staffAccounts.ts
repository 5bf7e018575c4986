/** 经办账号和邀请: who works at the desks of a region, and how a WeChat account becomes theirs. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { clientKey, instant, isNoNumber } from './fields'
import { importKind } from './imports'
import { role } from './staff'

export const staffId = z.string().check(z.regex(/^[\w-]{1,64}$/), z.refine(isNoNumber))

/** As colleagues know them. */
const staffName = z.string().check(z.trim(), z.minLength(2), z.maxLength(20))

/**
 * `proposed` a second person of the bureau must agree first, and nobody works with it · `open` may be invited · `bound` a WeChat account is theirs ·
 * `ended` counts no more, for ever.
 */
export const accountState = z.enum(['proposed', 'open', 'bound', 'ended'])
export type AccountState = z.infer<typeof accountState>

/** `open` may be accepted · `accepted` · `revoked` by the bureau, or by a newer one · `lapsed` its days are over. */
export const invitationState = z.enum(['open', 'accepted', 'revoked', 'lapsed'])
export type InvitationState = z.infer<typeof invitationState>

const accountShown = z.object({
  staffId,
  name: z.string(),
  role,
  /** Null: every town of the region. */
  town: z.nullable(z.string()),
  imports: z.array(importKind),
  state: accountState,
  openedAt: instant,
  /** 调岗: the desks it was at before, and until when, the latest last. */
  was: z.array(z.object({ role, town: z.nullable(z.string()), until: instant })),
  /** Until when the invitation that is out may be accepted; null where none is. */
  invitedUntil: z.nullable(instant),
  /** False for the person who proposed it, and for whoever only looks. */
  mayConfirm: z.boolean(),
  /** False for one's own account, and for whoever only looks. */
  mayChange: z.boolean(),
})
export type AccountShown = z.infer<typeof accountShown>

const onAccount = z.object({ staffId })
const accountReply = z.object({ account: accountShown })

/** 账号名单: every account of the caller's region, the newest first, a page at a time; and what a new one may be. */
export const ListAccounts = staffContract({
  name: 'listAccounts',
  request: z.object({ cursor: z.optional(z.string()) }),
  reply: z.object({
    accounts: z.array(accountShown),
    cursor: z.optional(z.string()),
    /** The towns a new account may belong to; empty where the place's tables list none. */
    towns: z.array(z.string()),
    /** The roles for which a second person of the bureau must agree. */
    needTwo: z.array(role),
    /** The roles that answer for the whole region, and never for a town of it. */
    ofWholeRegion: z.array(role),
  }),
  refusals: [],
})

const desk = {
  role,
  town: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
  imports: z.array(importKind),
}

/**
 * 开账号. The same key is the same account. `townMissing` a clerk belongs to one town · `townNotForRole` this role belongs to none ·
 * `townUnknown` no town of this place, or outside of the caller's own · `importsNotForRole` this role,
 * or somebody of one town, does not import one of these (whoImports.ts) · `otherAccount` the key was used for another.
 */
export const OpenAccount = staffContract({
  name: 'openAccount',
  request: z.object({ key: clientKey, name: staffName, ...desk }),
  reply: accountReply,
  refusals: ['townMissing', 'townNotForRole', 'townUnknown', 'importsNotForRole', 'otherAccount'],
})

/** 复核: a second person of the bureau agrees to an account that needs two. */
export const ConfirmAccount = staffContract({
  name: 'confirmAccount',
  request: onAccount,
  reply: accountReply,
  refusals: ['notFound', 'notNow', 'ownProposal'],
})

/** 发邀请. The token is said this once; an invitation sent before counts no more. */
export const InviteStaff = staffContract({
  name: 'inviteStaff',
  request: onAccount,
  reply: z.object({ account: accountShown, token: z.string(), endsAt: instant }),
  refusals: ['notFound', 'notNow'],
})

/** 收回邀请. */
export const RevokeInvitation = staffContract({
  name: 'revokeInvitation',
  request: onAccount,
  reply: accountReply,
  refusals: ['notFound', 'notNow'],
})

/**
 * 调岗: another role, town or set of rosters. From the next call on the old one counts no more; where a second person must agree, nothing
 * counts until they have. Asked twice it is one move. `ownAccount` nobody moves themselves · `notNow` ended, or waiting for its second
 * person · the others as for a new account.
 */
export const MoveAccount = staffContract({
  name: 'moveAccount',
  request: z.object({ staffId, ...desk }),
  reply: accountReply,
  refusals: [
    'notFound',
    'notNow',
    'ownAccount',
    'townMissing',
    'townNotForRole',
    'townUnknown',
    'importsNotForRole',
  ],
})

/** 停用账号: at once and for ever. Nobody ends their own, so that the last person of a bureau stays. */
export const EndAccount = staffContract({
  name: 'endAccount',
  request: onAccount,
  reply: accountReply,
  refusals: ['notFound', 'ownAccount'],
})

/**
 * 接受邀请: asked by a WeChat account that is no member of staff yet. `noInvitation` unknown, used or revoked · `lapsed` its days
 * are over · `hasAccount` this WeChat account is a member of staff already · `ownInvitation` the caller has sent it themselves.
 */
export const AcceptInvitation = staffContract({
  name: 'acceptInvitation',
  request: z.object({ token: z.string().check(z.trim(), z.regex(/^[\w-]{16,64}$/)) }),
  reply: z.object({ role, name: z.string(), placeName: z.string(), town: z.nullable(z.string()) }),
  refusals: ['noInvitation', 'lapsed', 'hasAccount', 'ownInvitation'],
})
