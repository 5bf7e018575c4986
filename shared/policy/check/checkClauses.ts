/** 依据: every clause reads as a clause, and names a notice of this table. */
import type { Fault, Path } from '../readTable'
import { isTextList, walk, type Rule } from './examined'

const numeral = '[一二三四五六七八九十百零〇]+'
const number = `(?:${numeral}|\\d+)`
const bracketed = `(?:\\(${number}\\)|〔[^〔〕\\s]+〕)`
const unit = '[编章节条款项目段句]'
const head = `(?:全文|标题|序言|前言|落款|附[件表录](?:${number})?|第${number}${unit}|${numeral}|\\d+(?:\\.\\d+)*|[①-⑳]|${bracketed})`
const tail = `(?:第${number}${unit}|之${number}|末[段句]|[①-⑳]|${bracketed}|\\d+(?:\\.\\d+)*|[表注])`
const clauseForm = new RegExp(`^${head}${tail}*$`)

const clauseKey = /^(clause|subsidyScope|closedBefore|.*Clause)$/

export const checkClauses: Rule = ({ table, fault }) => {
  const notices = [table.notice.id, ...(table.amendments ?? []).map(({ id }) => id)]
  const faults: Fault[] = []
  walk(table, (value, path) => {
    if (!clauseKey.test(String(path.at(-1))) || isRuling(path)) return
    const clauses = typeof value === 'string' ? [value] : isTextList(value) ? value : []
    clauses.forEach((clause, at) => {
      const place = typeof value === 'string' ? path : [...path, at]
      const wrong = wrongWith(clause, notices)
      if (wrong) faults.push(fault(place, wrong.rule, wrong.message))
      if (clauses.indexOf(clause) < at)
        faults.push(fault(place, 'clause-twice', `依据 ${clause} 写了两次；删掉一个`))
    })
  })
  return faults
}

/** A ruling's clause is one of the ruling's own document. */
const isRuling = (path: Path): boolean => path.includes('ruling')

function wrongWith(
  clause: string,
  notices: readonly string[],
): { rule: string; message: string } | undefined {
  const [notice, own] = clause.includes('#')
    ? (clause.split('#', 2) as [string, string])
    : [undefined, clause]
  if (notice !== undefined && !notices.includes(notice))
    return {
      rule: 'clause-notice',
      message: `依据 ${clause} 的通知 ${notice} 不在本表；可写的有 ${notices.join('、')}`,
    }
  if (!clauseForm.test(own))
    return {
      rule: 'clause-form',
      message: `“${clause}”不像条款号；照通知的编号写，不空格，用半角括号，如 五(二)3、附件1、全文、〔三〕`,
    }
  return undefined
}
