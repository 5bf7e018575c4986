import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { ownRoster as words } from '../../texts/ownRoster'
import { count } from '../../texts/workbench'
import { Cell } from '../Cell'

interface Props {
  label: string
  /** What the first column is called. */
  first: string
  places: readonly { name: string; people: number; missing: number }[]
  linkOf: (at: number) => { text: string; label: string; onTap: () => void }
}

const figures = (people: number, missing: number) => ({
  people: <Cell name={words.columns.people} figure={count(people)} />,
  missing: <Cell name={words.columns.missing} figure={count(missing)} />,
})

/** Towns or villages in their order, each with the way further. */
export const Places = ({ label, first, places, linkOf }: Props) => {
  const { columns } = words
  const sum = (of: 'people' | 'missing') => places.reduce((all, place) => all + place[of], 0)
  return (
    <Box className="block--near">
      <Table
        label={label}
        columns={[
          { key: 'name', title: first },
          { key: 'people', title: columns.people, isFigure: true },
          { key: 'missing', title: columns.missing, isFigure: true },
          { key: 'list', title: columns.list, isFigure: true },
        ]}
        rows={[
          ...places.map(({ name, people, missing }, at) => ({
            key: name,
            cells: {
              name,
              ...figures(people, missing),
              list: <Link className="link--small" {...linkOf(at)} />,
            },
          })),
          {
            key: 'total',
            isSum: true,
            cells: {
              name: words.total,
              ...figures(sum('people'), sum('missing')),
              list: '',
            },
          },
        ]}
      />
    </Box>
  )
}
