/**
 * WeChat's access token by `/cgi-bin/stable_token`: asked again before it runs out, the same one comes back, so that several
 * instances of a function do not take it from each other.
 */
import { postJson, type WechatDoor } from './postJson'

export interface AccessToken {
  /** Undefined where WeChat gives none. */
  get(): Promise<string | undefined>
  /** WeChat does not know it any more. */
  forget(): void
}

export interface AppSecret {
  appId: string
  appSecret: string
}

/** Asked for anew so long before its end, in milliseconds. */
const spareMs = 300_000

export function accessToken(
  door: WechatDoor,
  { appId, appSecret }: AppSecret,
  now: () => number,
): AccessToken {
  let known: { token: string; until: number } | undefined
  return {
    async get() {
      if (known && now() < known.until) return known.token
      const answer = await postJson(door, '/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
      })
      const { access_token: token, expires_in: seconds } = answer ?? {}
      if (typeof token !== 'string' || typeof seconds !== 'number') return undefined
      known = { token, until: now() + seconds * 1000 - spareMs }
      return token
    },
    forget() {
      known = undefined
    },
  }
}
