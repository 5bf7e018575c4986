/** The printing port (打印): one page to hold in the hand. What it says is decided before; a printer only lays it out. */
export interface Sheet {
  title: string
  /** Below the title: what kind of paper this is, and what it is not. */
  subtitle: string
  rows: readonly { label: string; value: string }[]
  /** Small print, a paragraph each. */
  notes: readonly string[]
  /** Beside the code that leads to `checkAt`. */
  checkWords: readonly string[]
  checkAt: string
}

export interface Printer {
  /** The address that a certificate's code leads to. It holds the token and nothing else. */
  checkAt(token: string): string
  /** A PDF of one A4 page. */
  print(sheet: Sheet): Promise<Uint8Array>
  /** Characters the font does not have: a name may hold one, and must not be printed as something else. */
  missing(text: string): Promise<string[]>
}
