/** 参保年度: the coverage year against the file, the title, the notice's own date and the days of the phases. */
import { yearOf } from '../../rules/civilDay'
import type { Fault } from '../readTable'
import type { Examined, Rule } from './examined'

export const checkYears: Rule = (examined) => [
  ...file(examined),
  ...title(examined),
  ...noticeDate(examined),
  ...phases(examined),
  ...coverEnd(examined),
]

/** A file named by a year lies where its region and coverage year say; any other name is a draft. */
function file({ file: path, table, fault }: Examined): Fault[] {
  const [, folder, year] = /(?:^|\/)([^/]+)\/(\d{4})\.ya?ml$/.exec(path) ?? []
  if (folder === undefined || year === undefined) return []
  const faults: Fault[] = []
  if (folder !== table.region)
    faults.push(
      fault(['region'], 'file-path', `文件放在 ${folder}/ 下，region 却是 ${table.region}；请改成一致`),
    )
  if (Number(year) !== table.coverageYear)
    faults.push(
      fault(
        ['coverageYear'],
        'file-path',
        `文件名是 ${year}，coverageYear 却是 ${table.coverageYear}；文件按参保年度命名，请改成一致`,
      ),
    )
  return faults
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(20\d{2})(?=\s*(?:[-—－至]\s*20\d{2}\s*)?年)/g)].map(([, year]) => Number(year))

function title({ table: { coverageYear, notice }, fault }: Examined): Fault[] {
  const { titleYear } = notice
  const faults: Fault[] = []
  if (titleYear !== coverageYear && titleYear !== coverageYear - 1)
    faults.push(
      fault(
        ['notice', 'titleYear'],
        'title-year',
        `标题年份 ${titleYear} 与参保年度 ${coverageYear} 不相称；标题写的是参保年度，或缴费的那一年（早一年）`,
      ),
    )
  const printed = yearsIn(notice.title)
  if (printed.length > 0 && !printed.includes(titleYear))
    faults.push(
      fault(
        ['notice', 'titleYear'],
        'title-year',
        `标题里写的是${printed.join('、')}年，titleYear 却是 ${titleYear}；请照标题填`,
      ),
    )
  const named = /-(20\d{2})$/.exec(notice.id)?.[1]
  if (named !== undefined && Number(named) !== coverageYear)
    faults.push(
      fault(
        ['notice', 'id'],
        'notice-id-year',
        `通知代号以 ${named} 结尾，参保年度却是 ${coverageYear}；代号用参保年度`,
      ),
    )
  return faults
}

function noticeDate({ table: { coverageYear, notice }, fault }: Examined): Fault[] {
  if (notice.issued === 'unstated') return []
  const issuedYear = yearOf(notice.issued)
  const faults: Fault[] = []
  if (issuedYear !== coverageYear && issuedYear !== coverageYear - 1)
    faults.push(
      fault(
        ['notice', 'issued'],
        'issued-year',
        `印发日期 ${notice.issued} 不在参保年度 ${coverageYear} 或前一年；请核对年份`,
      ),
    )
  const numbered = /[〔[(（]\s*(20\d{2})\s*[〕\])）]/.exec(notice.number)?.[1]
  if (numbered !== undefined && Number(numbered) !== issuedYear)
    faults.push(
      fault(
        ['notice', 'issued'],
        'issued-year',
        `文号的年份是 ${numbered}，印发日期却是 ${notice.issued}；请核对两处`,
      ),
    )
  return faults
}

function phases({ table: { coverageYear, phases: rows }, fault }: Examined): Fault[] {
  return rows.flatMap((row, at) =>
    (['from', 'to'] as const).flatMap((end) => {
      const day = row[end]
      if (day === 'unstated' || day === 'open') return []
      const year = yearOf(day)
      if (year === coverageYear || year === coverageYear - 1) return []
      return fault(
        ['phases', at, end],
        'phase-year',
        `缴费期日期 ${day} 不在参保年度 ${coverageYear} 或前一年；请核对年份`,
      )
    }),
  )
}

function coverEnd({ table: { coverageYear, coverTo, phases: rows }, fault }: Examined): Fault[] {
  if (!('value' in coverTo) || coverTo.value === 'yearEnd') return []
  const end = coverTo.value
  const path = ['coverTo', 'value']
  if (yearOf(end) !== coverageYear && yearOf(end) !== coverageYear + 1)
    return [fault(path, 'cover-end', `待遇止日 ${end} 不在参保年度 ${coverageYear}；请核对年份`)]
  const late = rows.find(({ from }) => from !== 'unstated' && from > end)
  return late ? [fault(path, 'cover-end', `待遇止日 ${end} 早于缴费期 ${late.from}；请核对两处日期`)] : []
}
