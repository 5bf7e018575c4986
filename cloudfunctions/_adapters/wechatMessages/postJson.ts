export interface WechatDoor {
  /** `https://api.weixin.qq.com`, no slash at the end. */
  baseUrl: string
  /** How long one answer may take. */
  timeoutMs: number
}

/** WeChat answers 200 and says in the body what went wrong. Undefined where nothing sensible came back in time. */
export async function postJson(
  { baseUrl, timeoutMs }: WechatDoor,
  path: string,
  body: object,
): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    return response.ok && typeof answer === 'object' && answer !== null
      ? (answer as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
