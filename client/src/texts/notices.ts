import { fullDay } from './figures'

/** A notice as a contract or a table names it. */
export interface NamedNotice {
  id: string
  title: string
  number?: string
  issued?: string
  years?: { inTitle: number; covered: number }
}

/** Title, number and day; what the notice does not state is said to be not stated, and a misleading year is put right. */
export const notices = {
  named: ({ title, number, issued, years }: NamedNotice): string =>
    [
      `《${title}》${number ? `，${number}` : ''}${issued ? `，${fullDay(issued)}` : ''}。`,
      years ? `标题写“${years.inTitle}年”，管的是${years.covered}年度。` : '',
      number ? '' : '文号：通知未载明。',
    ].join(''),
}
