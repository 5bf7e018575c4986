import Taro from '@tarojs/taro'
import { download } from '../browser/download'

type Kind = 'pdf' | 'xlsx'

const mediaTypes: Readonly<Record<Kind, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * Shows a file (Base64) to whoever asked for it: WeChat opens it with its own reader, from which it can be printed or sent on; a
 * browser saves it. False where the device would not.
 */
export async function openFile(fileName: string, content: string, kind: Kind): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await openInWechat(fileName, content, kind)
    else download(fileName, bytesOf(content, mediaTypes[kind]))
    return true
  } catch {
    return false
  }
}

async function openInWechat(fileName: string, data: string, fileType: Kind): Promise<void> {
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
  await Taro.openDocument({ filePath, fileType, showMenu: true })
}

const bytesOf = (base64: string, type: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type })
