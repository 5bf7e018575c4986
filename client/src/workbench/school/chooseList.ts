import Taro from '@tarojs/taro'
import { wasCancelled } from '../../device/chosenFile'

/** A list somebody has chosen, whole. */
export interface ChosenList {
  name: string
  base64: string
}

/** Undefined where the person chose none. @throws where the device would not. */
export const chooseList = (): Promise<ChosenList | undefined> =>
  process.env.TARO_ENV === 'weapp' ? chooseInWechat() : chooseInBrowser()

function chooseInBrowser(): Promise<ChosenList | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.onchange = () => {
      const file = input.files?.[0]
      if (!file) return resolve(undefined)
      const reader = new FileReader()
      reader.onload = () => {
        const address = typeof reader.result === 'string' ? reader.result : ''
        resolve({ name: file.name, base64: address.slice(address.indexOf(',') + 1) })
      }
      reader.onerror = () => reject(new Error('the file cannot be read any more'))
      reader.readAsDataURL(file)
    }
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

async function chosenInWechat() {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    return tempFiles[0]
  } catch (refused) {
    if (wasCancelled(refused)) return undefined
    throw refused
  }
}

async function chooseInWechat(): Promise<ChosenList | undefined> {
  const file = await chosenInWechat()
  if (!file) return undefined
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      encoding: 'base64',
      success: ({ data }) => resolve({ name: file.name, base64: typeof data === 'string' ? data : '' }),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
}
