import Taro from '@tarojs/taro'

/** What a browser was given, in base64. @throws where it cannot be read any more. */
export function blobInBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve(address.slice(address.indexOf(',') + 1))
    }
    reader.onerror = () => reject(new Error('the file cannot be read any more'))
    reader.readAsDataURL(blob)
  })
}

/** A file of WeChat's, or some bytes of it, in base64. @throws where it cannot be read. */
export function wechatFileInBase64(
  filePath: string,
  part: { position?: number; length?: number } = {},
): Promise<string> {
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      ...part,
      success: ({ data }) => resolve(typeof data === 'string' ? data : ''),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
}

/** The person has chosen none: no trouble. */
export const wasCancelled = (refused: unknown): boolean =>
  typeof refused === 'object' &&
  refused !== null &&
  'errMsg' in refused &&
  String(refused.errMsg).includes('cancel')
