/** Yuan as a notice prints them, as whole fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100)
