import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ImportShown, ImportState } from '../../../../shared/contracts/imports'
import { ListImports } from '../../../../shared/contracts/listImports'
import { useReturn } from '../../api/useReturn'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import type { Drawing } from '../../components/Icon'
import { Table } from '../../components/Table'
import { Tag, type Tone } from '../../components/Tag'
import { replace } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { shortMoment } from '../../texts/figures'
import { imports as words } from '../../texts/imports'
import { Cell } from '../Cell'
import { useList } from '../useList'

const { list } = words

/** What was imported, the latest first, and how far each is. */
export function History() {
  const { asked, again, more } = useList(ListImports, {}, (reply) => reply.imports)
  useReturn(again)
  if (asked.kind !== 'done') return <Unanswered asked={asked} onAgain={again} />
  const { imports } = asked.reply
  if (imports.length === 0) return null
  return (
    <>
      <Listed imports={imports} />
      {more && <Link text={list.more} onTap={more} />}
    </>
  )
}

const Listed = ({ imports }: { imports: ReplyOf<typeof ListImports>['imports'] }) => (
  <Box as="section">
    <Box as="h2" className="h2 block__h">
      {list.heading}
    </Box>
    <Table
      label={list.heading}
      columns={[
        { key: 'what', title: list.columns.what },
        { key: 'at', title: list.columns.at },
        { key: 'rows', title: list.columns.rows, isFigure: true },
        { key: 'state', title: list.columns.state },
        { key: 'go', title: list.columns.go, isFigure: true },
      ]}
      rows={imports.map((one) => ({ key: one.importId, cells: cellsOf(one) }))}
    />
  </Box>
)

const cellsOf = ({ importId, kind, state, fileName, startedAt, rows }: ImportShown) => ({
  what: (
    <>
      <Box as="p">{words.kinds[kind].name}</Box>
      <Box as="p" className="small muted">
        {fileName}
      </Box>
    </>
  ),
  at: shortMoment(startedAt),
  rows: rowsOf({ rows, state }),
  state: <Tag {...looks[state]} text={words.states[state]} />,
  go: (
    <Link
      text={list.go(state)}
      label={list.goLabel(list.go(state), fileName, shortMoment(startedAt))}
      onTap={() => replace('imports', { import: importId })}
    />
  ),
})

const rowsOf = (one: Pick<ImportShown, 'rows' | 'state'>) => {
  const figure = words.rowsOf(one)
  return figure === '' ? '' : <Cell name={list.columns.rows} figure={figure} />
}

const looks: Record<ImportState, { tone: Tone; icon?: Drawing }> = {
  uploading: { tone: 'bad', icon: 'warn' },
  uploaded: { tone: 'due', icon: 'clock' },
  mapped: { tone: 'due', icon: 'clock' },
  tried: { tone: 'due', icon: 'clock' },
  committing: { tone: 'due', icon: 'clock' },
  committed: { tone: 'ok', icon: 'tick' },
  checking: { tone: 'due', icon: 'clock' },
  undoing: { tone: 'due', icon: 'clock' },
  undone: { tone: 'plain' },
  refused: { tone: 'bad', icon: 'warn' },
  abandoned: { tone: 'plain' },
}
