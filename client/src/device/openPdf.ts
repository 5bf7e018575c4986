import Taro from '@tarojs/taro'
import { download } from '../browser/download'

/**
 * Shows a PDF (Base64) to whoever asked for it: WeChat opens it with its own reader, from which it can be printed or sent on; a
 * browser saves it. False where the device would not.
 */
export async function openPdf(fileName: string, pdf: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await openInWechat(fileName, pdf)
    else download(fileName, bytesOf(pdf))
    return true
  } catch {
    return false
  }
}

async function openInWechat(fileName: string, data: string): Promise<void> {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/${fileName}`
  await new Promise<void>((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true })
}

const bytesOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], {
    type: 'application/pdf',
  })
