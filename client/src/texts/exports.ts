/** 导出: how a file that somebody takes along went. */
export const exports = {
  exporting: '正在导出…',
  exported: '存好了。谁导出的写在表头。',
  notExported: '没有存成。再点一次。',
}
