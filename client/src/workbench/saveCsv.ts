import Taro from '@tarojs/taro'
import { download } from '../browser/download'

/** Hands a CSV text on: a browser saves it as a file, the mini-program copies it. False where the device would not. */
export async function saveCsv(fileName: string, csv: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await Taro.setClipboardData({ data: csv })
    else download(fileName, new Blob([csv], { type: 'text/csv;charset=utf-8' }))
    return true
  } catch {
    return false
  }
}
