/** 学生: through the school or through the household, and only as far as the notice says. */
import type { Condition } from '../../../../shared/policy/table'
import type { FactShown } from '../../components/SummaryList'
import { policy as words } from '../../texts/policy'
import type { Section } from './Part'
import type { Reader } from './reader'
import { channelFactsOf } from './wherePart'
import { eligible } from './whoPart'
import { factOf } from './written'

export function studentSections(reader: Reader): Section[] {
  const { eligibility, channels } = reader.table
  const registering = eligibility.flatMap((row, i) =>
    namesStudents(row.when) ? eligible(row, i, reader) : [],
  )
  const paying = Array.isArray(channels)
    ? channelFactsOf(
        channels.filter(({ when }) => mentionsStudents(when)),
        reader,
      )
    : []
  if (registering.length + paying.length === 0) return [{ key: 'students', facts: [silent(reader)] }]
  return [
    { key: 'registering', heading: words.studentsRegister, facts: registering },
    { key: 'paying', heading: words.studentsPay, facts: paying },
    { key: 'others', facts: [others(reader)] },
  ].filter(({ facts }) => facts.length > 0)
}

/** A row that is for students of some kind. */
const namesStudents = ({ student, anyOf = [] }: Condition = {}): boolean =>
  (student !== undefined && ('length' in student || (student.anyOf ?? []).length > 0)) ||
  anyOf.some(namesStudents)

/** A row that is for students, or for all others. */
const mentionsStudents = ({ student, anyOf = [] }: Condition = {}): boolean =>
  student !== undefined || anyOf.some(mentionsStudents)

const silent = (reader: Reader): FactShown => unsaid('silent', words.studentsSilent, reader)

/** Kinds of students that no row names: the notice does not say that they go like everybody else. */
const others = (reader: Reader): FactShown => unsaid('others', words.studentsOthers, reader)

const unsaid = (key: string, label: string, reader: Reader): FactShown =>
  factOf(key, label, [words.unstated, words.askOffice(reader.office())], 'unstated', [])
