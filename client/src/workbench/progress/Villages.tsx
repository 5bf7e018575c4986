import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { ReadTown } from '../../../../shared/contracts/progress'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table, type Column } from '../../components/Table'
import { go } from '../../navigation'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { percentText } from './Bars'
import { Outside } from './Outside'
import { sumRows } from './sumRows'
import { cellsOf, goalOf, numbersOf } from './UnitTables'

type Town = ReplyOf<typeof ReadTown>

/** A town's villages, each with the way to its missing list for those who go there. */
export const Villages = ({ town, mayList }: { town: Town; mayList: boolean }) => {
  const { columns } = words
  const { reckoned } = town.total
  const figures: Column[] = [
    ...(reckoned ? [{ key: 'target', title: words.importedTarget }] : []),
    ...(['registered', 'employee', 'shouldEnroll', 'done', 'onBehalf'] as const).map(titled),
    ...(reckoned ? (['percent', 'gap'] as const).map(titled) : []),
    ...(['exempt', 'missing'] as const).map(titled),
  ].map((column) => ({ ...column, isFigure: true }))
  const rows = [
    ...town.villages.map((place) => ({
      name: place.village ?? words.unknownVillage,
      standing: place,
      target: place.target,
      goal: goalOf(place),
      list: mayList ? <ListLink town={town} village={place.village} /> : '',
      isSum: false,
    })),
    ...sumRows(town.total).map(({ name, standing, goal }) => ({
      name,
      standing,
      target: goal?.target ?? null,
      goal: goal
        ? { percent: percentText(goal.percent), gap: count(goal.shortfall) }
        : { percent: '', gap: '' },
      list: '',
      isSum: true,
    })),
  ]
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.villages}
      </Box>
      <Table
        label={words.villages}
        columns={[
          { key: 'village', title: columns.village },
          ...figures,
          ...(mayList ? [{ key: 'list', title: columns.list, isFigure: true }] : []),
        ]}
        rows={rows.map(({ name, standing, target, goal, list, isSum }) => ({
          key: name,
          isSum,
          cells: {
            village: name,
            ...cellsOf(figures, {
              target: target === null ? undefined : count(target),
              ...numbersOf(standing),
              ...goal,
            }),
            list,
          },
        }))}
      />
      <Outside sums={town.total} unknown={words.unknownVillage} />
    </Box>
  )
}

const titled = (key: keyof typeof words.columns) => ({ key, title: words.columns[key] })

const ListLink = ({ town, village }: { town: Town; village: string | null }) => (
  <Link
    className="link--small"
    text={words.listShort}
    label={words.list(village ?? words.unknownVillage)}
    onTap={() =>
      go('missing', { year: town.coverageYear, town: town.unit.name ?? '', village: village ?? '' })
    }
  />
)
