/** What a program answers WeChat with; see `wx.onNeedPrivacyAuthorization`. */
interface Decision {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

type Listener = (resolve: (decision: Decision) => void, info: { referrer: string }) => void

/** WeChat's gate before functions that touch what is private. */
export interface Privacy {
  listen(listener: Listener): void
  /** Lets a function go on once the person has agreed. @throws WeChat's words where they have not */
  authorize(api: string): Promise<Record<string, never>>
  /** A button of the kind `agreePrivacyAuthorization` was tapped. */
  tapped(id: string): void
  /** Functions that wait for the person. */
  waiting(): number
}

/**
 * As WeChat's: whoever has not agreed is asked by the program's listener, and “agree” counts only with the id of a
 * button that was tapped. Without a listener WeChat shows a dialogue of its own, which nobody answers here.
 */
export function createPrivacy(
  unanswered: boolean,
  { copy, report }: { copy<Value>(value: Value): Value; report(error: unknown): void },
): Privacy {
  let agreed = !unanswered
  let listener: Listener | undefined
  let waiting = 0
  const buttons = new Set<string>()

  const ask = (api: string): Promise<boolean> =>
    new Promise((resolve) => {
      const decide = ({ event, buttonId = '' }: Decision): void => {
        if (event === 'exposureAuthorization') return
        if (event === 'agree' && !buttons.has(buttonId))
          report(new Error(`“${buttonId}” is no button that was tapped to agree`))
        resolve(event === 'agree' && buttons.has(buttonId))
      }
      listener?.(decide, copy({ referrer: api }))
    })

  return {
    listen: (own) => void (listener = own),
    async authorize(api) {
      if (agreed) return {}
      waiting += 1
      agreed = await ask(api)
      waiting -= 1
      if (!agreed) throw new Error('privacy permission is not authorized')
      return {}
    },
    tapped: (id) => void buttons.add(id),
    waiting: () => waiting,
  }
}
