import Taro from '@tarojs/taro'

/**
 * Lets WeChat ask whether one message of this template may be sent; only right after a tap, as WeChat demands. A browser has
 * no such question: there the tap is the answer. Undefined where nothing was answered.
 */
export async function askToSend(template: string): Promise<boolean | undefined> {
  if (process.env.TARO_ENV !== 'weapp') return true
  try {
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds: [template], entityIds: [] })
    const answer = (answers as Record<string, unknown>)[template]
    return answer === 'accept' ? true : answer === 'reject' ? false : undefined
  } catch {
    return undefined
  }
}
