import type { Unreached } from '../api/call'

/** Nobody answered. What was typed stays, and nothing was done twice. */
export const outages = {
  heading: '这一页暂时看不了',
  unreached: {
    offline: '没有网络。连上以后再点一次。',
    slow: '网络太慢，没等到。再点一次。',
    down: '医保局的服务，暂时打不开。过一会再试。',
  } satisfies Record<Unreached['why'], string>,
  kept: '您填的都还在，没有丢。',
  again: '再试一次',
  waiting: '正在查，请等一下。',
  badRequest: '这样查不了。请回到首页重新来。',
  notAllowed: '您的岗位不办这件事。请找医保局。',
  tooMany: '点得太多了。过一会再试。',
  notFound: '没有找到。请回到首页重新来。',
  /** Not the caller's, or not any more: the service does not say which. */
  notYours: '找不到这位家人。本人可能停了代办。',
  noPolicy: '这里这一年还没有政策，不能算。',
  home: '回到首页',
  notOpened: '没有打开。看看网络，再点一次。',
  noPage: '这个链接不完整。请回到首页。',
}
