import Taro from '@tarojs/taro'

/** Hands a CSV text on: a browser saves it as a file, the mini-program copies it. False where the device would not. */
export async function saveCsv(fileName: string, csv: string): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await Taro.setClipboardData({ data: csv })
    else download(fileName, csv)
    return true
  } catch {
    return false
  }
}

function download(fileName: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
