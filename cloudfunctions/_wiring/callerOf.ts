import cloudbase, { type IContextParam } from '@cloudbase/node-sdk'
import type { Caller } from '../_ports/ports'

export type CloudContext = IContextParam

/**
 * Who calls, from this invocation's own context. The environment variables the SDK would fall back to belong to the
 * process, and so perhaps to somebody else. Undefined where nobody is signed in.
 */
export function callerOf(context: CloudContext): Caller | undefined {
  const { environment, environ } = cloudbase.parseContext(context)
  const openId = (environment ?? environ)?.WX_OPENID
  return openId ? { openId } : undefined
}
