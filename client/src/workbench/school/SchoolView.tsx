import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  studentStanding,
  type SchoolList,
  type StudentStanding,
} from '../../../../shared/contracts/schoolList'
import { Button, SecondButton } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Table } from '../../components/Table'
import { Tag, type Tone } from '../../components/Tag'
import { school as words } from '../../texts/school'

type List = ReplyOf<typeof SchoolList>

interface Props {
  year: number
  list?: List
  trouble?: readonly string[]
  busy: boolean
  saved: boolean
  onChoose: () => void
  onSave: () => void
}

/** Choose a list; then how many are enrolled, and those with whom something is to be done, first. */
export const SchoolView = ({ year, list, trouble, busy, saved, onChoose, onSave }: Props) => (
  <>
    <Box as="h1" className="h1">
      {words.heading(year)}
    </Box>
    <Box as="p" className="muted">
      {words.explain}
    </Box>
    <Box className="block block--near desk__narrow stack">
      <Notice icon="lock" lines={[words.kept]} />
      {trouble && <Notice tone="stop" icon="warn" lines={trouble} announced />}
      {list ? (
        <SecondButton text={busy ? words.busy : words.chooseAgain} onTap={onChoose} />
      ) : (
        <Button text={busy ? words.busy : words.choose} onTap={onChoose} />
      )}
    </Box>
    {list && <Found list={list} saved={saved} onSave={onSave} />}
  </>
)

const Found = ({ list, saved, onSave }: { list: List; saved: boolean; onSave: () => void }) => (
  <>
    <Box className="figs block">
      {studentStanding.options.map((standing) => (
        <Box key={standing} className="fig">
          <Box as="p" className="small muted">
            {words.sums[standing]}
          </Box>
          <Words className="fig__n">
            {words.people(list.students.filter((one) => one.standing === standing).length)}
          </Words>
        </Box>
      ))}
    </Box>
    <Box className="after desk__narrow">
      <Button icon="save" text={words.save} onTap={onSave} />
      <Box as="p" live="polite" className="under">
        {saved ? words.saved : ''}
      </Box>
      <Box as="p" className="muted under">
        {words.whatNext}
      </Box>
    </Box>
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.table}
      </Box>
      <Table
        label={words.table}
        columns={[
          { key: 'name', title: words.columns.name },
          { key: 'id', title: words.columns.id },
          { key: 'standing', title: words.columns.standing },
          { key: 'row', title: words.columns.row, isFigure: true },
        ]}
        rows={[...list.students].sort(openFirst).map(({ row, name, maskedId, standing }) => ({
          key: String(row),
          cells: {
            name,
            id: maskedId ?? '',
            standing: <Tag {...looks[standing]} text={words.sums[standing]} />,
            row: words.row(row),
          },
        }))}
      />
    </Box>
  </>
)

const looks: Record<StudentStanding, { tone: Tone; icon?: Drawing }> = {
  enrolled: { tone: 'ok', icon: 'tick' },
  notYet: { tone: 'due', icon: 'clock' },
  notFound: { tone: 'bad', icon: 'warn' },
  twice: { tone: 'plain' },
  idWrong: { tone: 'bad', icon: 'warn' },
}

/** Those who are enrolled come last: nothing is to be done about them. */
const openFirst = (one: List['students'][number], other: List['students'][number]): number =>
  Number(one.standing === 'enrolled') - Number(other.standing === 'enrolled') || one.row - other.row
