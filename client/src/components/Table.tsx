import type { ReactNode } from 'react'
import { Box } from './Element'

/** One column of a table. */
export interface Column {
  key: string
  title: string
  /** Figures stand at the right, one under the other. */
  isFigure?: boolean
}

interface Props {
  label: string
  /** The first says what a row is about; on a narrow screen it has a line of its own, unless one figure follows. */
  columns: readonly Column[]
  rows: readonly {
    key: string
    /** By the column's key. */
    cells: Readonly<Record<string, ReactNode>>
    /** The notice leaves something of this row open: a dashed line below. */
    isOpen?: boolean
    /** What the rows above come to: below a thick line. */
    isSum?: boolean
  }[]
}

/** Rows between hair lines, figures at the right, no zebra. Where there is no room for columns, cells wrap. */
export const Table = ({ label, columns, rows }: Props) => (
  <Box role="table" label={label} className={kindOf(columns)}>
    <Box role="row" className="table__row table__head">
      {columns.map((column) => (
        <Box key={column.key} role="columnheader" className={cellOf(column)}>
          {column.title}
        </Box>
      ))}
    </Box>
    {rows.map(({ key, cells, isOpen, isSum }) => (
      <Box key={key} role="row" className={rowOf(isOpen, isSum)}>
        {columns.map((column) => (
          <Box key={column.key} role="cell" className={cellOf(column)}>
            {cells[column.key]}
          </Box>
        ))}
      </Box>
    ))}
  </Box>
)

/** Beyond so many columns of figures they stand closer together. */
const roomyFigures = 9

/** After the first column one figure, nothing but figures, or something else. */
const kindOf = ([, ...others]: readonly Column[]): string => {
  if (others.length === 1) return 'table table--pair'
  if (!others.every(({ isFigure }) => isFigure)) return 'table'
  return others.length > roomyFigures ? 'table table--figures table--many' : 'table table--figures'
}

const rowOf = (isOpen?: boolean, isSum?: boolean): string =>
  `table__row${isOpen ? ' table__row--open' : ''}${isSum ? ' table__row--sum' : ''}`

const cellOf = ({ isFigure }: Column): string => (isFigure ? 'table__c table__c--figure' : 'table__c')
