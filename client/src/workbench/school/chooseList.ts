import Taro from '@tarojs/taro'
import { blobInBase64, wasCancelled, wechatFileInBase64 } from '../../device/readInBase64'

/** A list the person chooses, whole, in base64; undefined where they chose none. @throws where the device would not. */
export const chooseList = (): Promise<string | undefined> =>
  process.env.TARO_ENV === 'weapp' ? chooseInWechat() : chooseInBrowser()

function chooseInBrowser(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.onchange = () => {
      const file = input.files?.[0]
      if (file) blobInBase64(file).then(resolve, reject)
      else resolve(undefined)
    }
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

async function chooseInWechat(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    return tempFiles[0] && (await wechatFileInBase64(tempFiles[0].path))
  } catch (refused) {
    if (wasCancelled(refused)) return undefined
    throw refused
  }
}
