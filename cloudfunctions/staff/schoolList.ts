/** 学校名单: for each student of a school's list, whether they are enrolled; nothing of the list is kept. */
import { SchoolList, type StudentStanding } from '../../shared/contracts/schoolList'
import { maskIdNumber, readIdNumber } from '../../shared/identity/idNumber'
import type { CivilDay } from '../../shared/rules/civilDay'
import { noteTaken } from '../_audit/noteTaken'
import { csvLine } from '../_exports/csvLine'
import { watermarkLine } from '../_exports/watermarkLine'
import { countAttempt } from '../_limits/countAttempt'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { done, refuse } from '../_ports/useCase'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { recogniseResident } from '../_residents/recogniseResident'
import type { Resident } from '../_residents/residentRecord'
import { readRoster } from '../_rosters/readRoster'
import { rosterLimits } from '../_rosters/rosterLimits'
import type { RosterRow } from '../_rosters/rosterFile'
import { textOfCell } from '../_imports/textOfCell'
import { staffUseCase } from '../_staff/staffUseCase'
import words from './studentStandings.json'

interface Student {
  row: number
  name: string
  idNumber: string
}

const limits = { ...rosterLimits, fileBytes: 1024 * 1024, inflatedBytes: 32 * 1024 * 1024, rows: 6000 }
const atOnce = 8

export const schoolList = staffUseCase(SchoolList, ['school'], async ({ coverageYear, file }, ports) => {
  const counter = { id: `schoolLists-${ports.staff.staffId}`, limit: ports.settings.limits.schoolLists }
  if (!(await countAttempt(ports, [counter]))) return refuse('tooMany')
  const rows: RosterRow[] = []
  const read = await readRoster(Buffer.from(file, 'base64'), (row) => rows.push(row), limits)
  if (read.kind === 'refused') return refuse(read.refusal, { ...read.spot })
  const students = studentsIn(rows)
  if (!students) return refuse('headingsMissing')

  const shown = sortOut(students, ports.clock.today())
  const found: string[] = []
  await severalAtOnce(shown, atOnce, async (student) => {
    if (student.standing !== 'notYet') return
    const resident = await recogniseResident(ports, ports.staff.region, student.name, student.idNumber)
    if (resident) found.push(resident.id)
    student.standing = await standingOf(ports, resident, coverageYear)
  })
  const details = { students: shown.length, coverageYear }
  const object = `staffAccounts/${ports.staff.staffId}` as const
  await noteTaken(ports, { action: 'schoolListAnswered', object, details }, found)
  return done({
    students: shown.map(({ row, name, maskedId, standing }) => ({ row, name, maskedId, standing })),
    csv: csvOf(watermarkLine(ports), shown),
  })
})

interface SortedOut extends Student {
  maskedId: string | null
  standing: StudentStanding
}

/** What the list itself tells: numbers that cannot be one, and rows that come twice. The others are `notYet` looked up. */
function sortOut(students: readonly Student[], today: CivilDay): SortedOut[] {
  const seen = new Set<string>()
  return students.map((student) => {
    const read = readIdNumber(student.idNumber, today)
    if (read.kind === 'wrong') return { ...student, maskedId: null, standing: 'idWrong' }
    const { number } = read.id
    const known = seen.has(number)
    seen.add(number)
    return {
      ...student,
      idNumber: number,
      maskedId: maskIdNumber(number),
      standing: known ? 'twice' : 'notYet',
    }
  })
}

async function standingOf(
  ports: StaffPorts,
  resident: Resident | undefined,
  coverageYear: number,
): Promise<StudentStanding> {
  // Looked for also where nobody was found: the time must not tell.
  const enrollment = await enrollmentOf(ports, resident?.id ?? 'nobody', coverageYear)
  if (!resident) return 'notFound'
  return enrollment ? 'enrolled' : 'notYet'
}

/** The rows below the one that names both columns, in whatever order they stand; titles above it are passed over. */
function studentsIn(rows: readonly RosterRow[]): Student[] | undefined {
  const { headings } = words
  const plain = (cell: string | number | undefined) => textOfCell(String(cell ?? '')).replace(/\s/g, '')
  const columnOf = ({ cells }: RosterRow, names: readonly string[]) =>
    cells.findIndex((cell) => names.includes(plain(cell)))
  const at = rows.findIndex(
    (row) => columnOf(row, headings.name) >= 0 && columnOf(row, headings.idNumber) >= 0,
  )
  const heading = rows[at]
  if (!heading) return undefined
  const [name, idNumber] = [columnOf(heading, headings.name), columnOf(heading, headings.idNumber)]
  return rows
    .slice(at + 1)
    .map(({ number, cells }) => ({
      row: number,
      name: plain(cells[name]),
      // A number here has lost its last digits: it is no ID number any more.
      idNumber: typeof cells[idNumber] === 'number' ? '' : plain(cells[idNumber]),
    }))
    .filter((student) => student.name !== '' || student.idNumber !== '')
}

const csvOf = (watermark: string, students: readonly SortedOut[]) =>
  '\uFEFF' +
  [
    [watermark],
    words.columns,
    ...students.map(({ row, name, maskedId, standing }) => [
      String(row),
      name,
      maskedId ?? '',
      words.says[standing],
    ]),
  ]
    .map(csvLine)
    .join('')
