import Taro from '@tarojs/taro'
import { blobInBase64, wasCancelled, wechatFileInBase64 } from '../device/readInBase64'

/** A list the person has chosen. It stays where it is, and only what is asked for is read. */
export interface ChosenList {
  name: string
  bytes: number
  /** So many bytes from a position on, in base64. */
  part(position: number, length: number): Promise<string>
}

/** Undefined where they chose none. @throws where the device would not. */
export const chooseList = (): Promise<ChosenList | undefined> =>
  process.env.TARO_ENV === 'weapp' ? chooseInWechat() : chooseInBrowser()

/** The whole of it. */
export const wholeList = ({ bytes, part }: ChosenList): Promise<string> => part(0, bytes)

function chooseInBrowser(): Promise<ChosenList | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx,.csv'
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file && fromBrowser(file))
    }
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

const fromBrowser = (file: File): ChosenList => ({
  name: file.name,
  bytes: file.size,
  part: (position, length) => blobInBase64(file.slice(position, position + length)),
})

async function chooseInWechat(): Promise<ChosenList | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    const file = tempFiles[0]
    return file && fromWechat(file)
  } catch (refused) {
    if (wasCancelled(refused)) return undefined
    throw refused
  }
}

const fromWechat = ({ name, path, size }: { name: string; path: string; size: number }): ChosenList => ({
  name,
  bytes: size,
  part: (position, length) =>
    wechatFileInBase64(path, { position, length: Math.min(length, size - position) }),
})
