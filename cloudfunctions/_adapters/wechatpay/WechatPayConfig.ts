/**
 * What the merchant (商户) must know to talk with WeChat Pay API v3. All of it is secret or changes with the
 * environment, so it is handed in and never read here.
 */
export interface WechatPayConfig {
  appId: string
  /** 商户号 (mchid). */
  merchantId: string
  /** Serial of the merchant's own API certificate, named in every request. */
  merchantSerial: string
  /** The merchant's private key, PEM. */
  merchantPrivateKey: string
  /** APIv3 密钥: 32 bytes, opens the content of callbacks. */
  apiV3Key: string
  /** Serial → PEM, for platform certificates and for 微信支付公钥 (`PUB_KEY_ID_…`) alike. */
  platformKeys: Readonly<Record<string, string>>
  /** Where WeChat sends callbacks: no query, reachable from outside. */
  notifyUrl: string
  /** WeChat's API, or the local simulator. */
  baseUrl: string
}

/** An exchange with WeChat Pay that did not end well, for the log and the alarm. Holds no personal data. */
export interface WechatPayTrouble {
  /** The path asked, with its order or refund number. */
  path: string
  attempt: number
  status?: number
  code: string
}

/** How patient the adapter is. The defaults fit inside a cloud function's five seconds. */
export interface WechatPayPatience {
  /** Milliseconds one attempt may take. */
  attemptMs: number
  /** Milliseconds all attempts may take together, the pauses between them included. */
  budgetMs: number
  /** Pauses before the second, third, … attempt, in milliseconds: their count bounds the retries. */
  pausesMs: readonly number[]
  /** Milliseconds the file of a bill may take: it is megabytes, and only a job fetches it. */
  downloadMs: number
  wait(milliseconds: number): Promise<void>
  report(trouble: WechatPayTrouble): void
}

export const usualPatience: WechatPayPatience = {
  attemptMs: 2000,
  budgetMs: 4500,
  pausesMs: [150, 450],
  downloadMs: 30_000,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  report: () => undefined,
}
