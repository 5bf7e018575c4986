import { withoutUnseen } from '../../shared/identity/withoutUnseen'

const wide = /[０-９Ａ-Ｚａ-ｚ．－／]/g

/**
 * A cell's text without what nobody sees, and 全角 digits and letters, and what stands between them, as everybody else writes them: a
 * keyboard for Chinese types either.
 */
export const textOfCell = (text: string): string =>
  withoutUnseen(text).replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
