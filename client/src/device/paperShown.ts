import Taro from '@tarojs/taro'
import type { ProofKind } from '../../../shared/contracts/proof'

/** A resident's paper while somebody of an office looks at it: it is on the device no longer than that. */
export interface PaperShown {
  kind: ProofKind
  /** Where a picture, or a browser's view of a PDF, finds it. */
  address: string
  letGo(): void
}

const typeOf: Record<ProofKind, string> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }

/** Puts a paper (base64) where it can be shown. @throws where the device would not. */
export const showPaper = (kind: ProofKind, base64: string): Promise<PaperShown> =>
  process.env.TARO_ENV === 'weapp' ? inWechat(kind, base64) : inBrowser(kind, base64)

async function inBrowser(kind: ProofKind, base64: string): Promise<PaperShown> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: typeOf[kind] }))
  return { kind, address, letGo: () => URL.revokeObjectURL(address) }
}

let shown = 0

/** Too large for the view itself: it lies in a file that is removed afterwards. A PDF is opened by WeChat's reader. */
async function inWechat(kind: ProofKind, data: string): Promise<PaperShown> {
  const filePath = `${String(Taro.env.USER_DATA_PATH)}/paper-${(shown += 1)}.${kind}`
  const files = Taro.getFileSystemManager()
  await new Promise<void>((resolve, reject) =>
    files.writeFile({
      filePath,
      data,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  )
  if (kind === 'pdf') await Taro.openDocument({ filePath, fileType: 'pdf' })
  return { kind, address: filePath, letGo: () => files.unlink({ filePath }) }
}
