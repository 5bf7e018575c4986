import type { ReplyOf } from '../../../../shared/contracts/contract'
import { missingIn, shouldEnroll, type ReadTown } from '../../../../shared/contracts/progress'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { go } from '../../navigation'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { Cell } from './Cell'

type Town = ReplyOf<typeof ReadTown>

/** A town's villages by name, each with the way to its missing list for those who go there. */
export const Villages = ({ town, mayList }: { town: Town; mayList: boolean }) => {
  const { columns } = words
  const keys = ['registered', 'shouldEnroll', 'done', 'onBehalf', 'exempt', 'missing'] as const
  const hasTargets = town.villages.some(({ target }) => target !== null)
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.villages}
      </Box>
      <Table
        label={words.villages}
        columns={[
          { key: 'village', title: columns.village },
          ...(hasTargets ? [{ key: 'target', title: words.importedTarget, isFigure: true }] : []),
          ...keys.map((key) => ({ key, title: columns[key], isFigure: true })),
          ...(mayList ? [{ key: 'list', title: columns.list, isFigure: true }] : []),
        ]}
        rows={town.villages.map(({ village, counts, done, target }) => {
          const name = village ?? words.unknownVillage
          const values = { ...counts, shouldEnroll: shouldEnroll(counts), done, missing: missingIn(counts) }
          return {
            key: name,
            cells: {
              village: name,
              target: target === null ? '' : <Cell name={words.importedTarget} figure={count(target)} />,
              ...Object.fromEntries(
                keys.map((key) => [key, <Cell key={key} name={columns[key]} figure={count(values[key])} />]),
              ),
              list: mayList ? (
                <Link
                  className="link--small"
                  text={words.listShort}
                  label={words.list(name)}
                  onTap={() =>
                    go('missing', {
                      year: town.coverageYear,
                      town: town.unit.name ?? '',
                      village: village ?? '',
                    })
                  }
                />
              ) : (
                ''
              ),
            },
          }
        })}
      />
    </Box>
  )
}
