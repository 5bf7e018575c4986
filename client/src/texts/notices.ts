import { fullDay } from './figures'

/** A notice as a contract or a table names it. */
export interface NamedNotice {
  id: string
  title: string
  number?: string
  issued?: string
}

/** Title, number and day; what the notice does not state is said to be not stated. */
export const notices = {
  named: ({ title, number, issued }: NamedNotice): string =>
    `《${title}》${number ? `，${number}` : ''}${issued ? `，${fullDay(issued)}` : ''}。${number ? '' : '文号：通知未载明。'}`,
}
