/** How a clause is named on a screen. A clause is `<notice>#<clause>`, the clause as its notice numbers it. */

export const noticeOf = (clause: string): string => clause.split('#')[0] ?? ''

/** A first-level clause is a 条; deeper ones keep the notice's own numbering. */
export function shortClause(clause: string): string {
  const place = clause.split('#')[1] ?? clause
  return /^[一二三四五六七八九十]+$/.test(place) ? `第${place}条` : place
}

const andOthers = (others: number): string => (others > 0 ? `等${others + 1}处` : '')

export const clauseName = {
  chip: (clause: string) => `依据 ${shortClause(clause)}`,
  sheet: (clause: string, others: number) => `依据 ${shortClause(clause)}${andOthers(others)}`,
  spoken: (clause: string, others = 0) =>
    `依据 ${shortClause(clause)}，${others > 0 ? `${andOthers(others)}，` : ''}看出处`,
}
