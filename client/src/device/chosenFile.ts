import Taro from '@tarojs/taro'
import { proofSizes } from '../../../shared/contracts/proof'
import { blobInBase64, wasCancelled, wechatFileInBase64 } from './readInBase64'

/** A picture or a PDF the person has chosen. It stays where it is, and only its parts are read, one after the other. */
export interface ChosenFile {
  bytes: number
  /** Where a picture can be shown from; a PDF has none. */
  picture?: string
  /** One part in base64. */
  part(number: number): Promise<string>
}

export type FileSource = 'camera' | 'album' | 'pdf'

/** Undefined where the person chose none. @throws where the device would not. */
export const chooseFile = (source: FileSource): Promise<ChosenFile | undefined> =>
  process.env.TARO_ENV === 'weapp' ? chooseInWechat(source) : chooseInBrowser(source)

const pictures = 'image/jpeg,image/png'
const accepted: Record<FileSource, string> = { camera: pictures, album: pictures, pdf: 'application/pdf' }

function chooseInBrowser(source: FileSource): Promise<ChosenFile | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accepted[source]
    if (source === 'camera') input.capture = 'environment'
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file && fromBrowser(file))
    }
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

const fromBrowser = (file: File): ChosenFile => ({
  bytes: file.size,
  ...(file.type.startsWith('image/') ? { picture: URL.createObjectURL(file) } : {}),
  part: (number) => blobInBase64(file.slice(number * proofSizes.part, (number + 1) * proofSizes.part)),
})

async function chooseInWechat(source: FileSource): Promise<ChosenFile | undefined> {
  try {
    if (source === 'pdf') {
      const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] })
      const file = tempFiles[0]
      return file && fromWechat(file.path, file.size)
    }
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['compressed'],
    })
    const file = tempFiles[0]
    return file && { ...fromWechat(file.tempFilePath, file.size), picture: file.tempFilePath }
  } catch (refused) {
    if (wasCancelled(refused)) return undefined
    throw refused
  }
}

const fromWechat = (filePath: string, bytes: number): ChosenFile => ({
  bytes,
  part(number) {
    const position = number * proofSizes.part
    return wechatFileInBase64(filePath, { position, length: Math.min(proofSizes.part, bytes - position) })
  },
})
