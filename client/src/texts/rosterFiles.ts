/** Why a table that somebody chose is turned away, and what to do, whichever page they chose it on. */
export const rosterFiles = {
  notAWorkbook: '这不是表格。请选.xlsx或.csv文件。',
  oldWorkbook: '这是老式.xls。另存为.xlsx再选。',
  broken: '文件坏了，打不开。请重新导出一份。',
  encrypted: '文件有密码。去掉密码再选。',
  macros: '文件带宏。另存为不带宏的.xlsx再选。',
  formula: '有的格子是公式或算错了。改成文字再选。',
  zipBomb: '文件不正常，不能打开。请重新导出一份。',
  declarations: '文件不正常，不能打开。请重新导出一份。',
  unsafeNames: '文件不正常，不能打开。请重新导出一份。',
  externalLinks: '文件连着别的文件。断开链接再选。',
  severalSheets: '有好几张表，隐藏的也算。只留一张再选。',
  hiddenRows: '有隐藏的行。取消隐藏和筛选再选。',
  encoding: '文字认不出。另存为.xlsx再选。',
  longCell: '有的格子太长。改短再选。',
}

export const spot = (row: number, column: number): string => `看第${row}行第${column}列。`
