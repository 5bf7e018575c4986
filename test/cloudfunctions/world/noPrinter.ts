import type { FormPress } from '../../../cloudfunctions/_ports/formPress'
import type { Printer } from '../../../cloudfunctions/_ports/printer'

const nothing = (): never => {
  throw new Error('nothing is printed here')
}

/** For worlds that are about money: printing there is a fault of the test. */
export const noPrinter: Printer = { checkAt: nothing, missing: nothing, print: nothing }
export const noPress: FormPress = { missing: nothing, pdf: nothing, workbook: nothing }
