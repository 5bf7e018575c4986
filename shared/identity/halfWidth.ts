const wide = /[０-９Ａ-Ｚａ-ｚ．－／]/g

/** 全角 digits and letters, and what stands between them, as everybody else writes them: a keyboard for Chinese types either. */
export const halfWidth = (text: string): string =>
  text.replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
