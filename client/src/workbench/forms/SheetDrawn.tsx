import type { CSSProperties } from 'react'
import type { BlankBox, Form, FormColumn, FormSheet, Labelled } from '../../../../shared/forms/form'
import { printableMm } from '../../../../shared/forms/paperSize'
import { Box, inMiniProgram, Words } from '../../components/Element'
import { forms as words } from '../../texts/forms'

interface Props {
  form: Form
  sheet: FormSheet
}

/** One sheet of a form, in the proportions of its paper; on a phone each row as a list of what stands in it. */
export const SheetDrawn = ({ form, sheet }: Props) => (
  <Box className="onpaper">
    {sheet.titles.map((title) => (
      <Box as="p" key={title} className="onpaper__title">
        {title}
      </Box>
    ))}
    <Fields fields={sheet.head} />
    {sheet.facts.map(({ label, text }) => (
      <Box key={label} className="onpaper__fact">
        <Words className="onpaper__label">{label}</Words>
        <Words className="onpaper__value">{text === '' ? words.hand : text}</Words>
      </Box>
    ))}
    {sheet.columns.length > 0 && (inMiniProgram ? <Listed sheet={sheet} /> : <Rows sheet={sheet} />)}
    {sheet.notes.map((note) => (
      <Box as="p" key={note} className="onpaper__note">
        {note}
      </Box>
    ))}
    <Fields fields={sheet.foot} />
    <Boxes boxes={sheet.boxes} paperMm={printableMm(form.paper)} />
    <Box as="p" className="onpaper__mark">
      {form.watermark}
    </Box>
  </Box>
)

const Fields = ({ fields }: { fields: readonly Labelled[] }) =>
  fields.length === 0 ? null : (
    <Box className="onpaper__fields">
      {fields.map(({ label, text }) => (
        <Box as="p" key={label} className="onpaper__field">
          {label}：{text}
        </Box>
      ))}
    </Box>
  )

/** The mini-program is sent a row as one text: a table of twenty people would be too much for one page. */
const Listed = ({ sheet: { columns, rows, total } }: { sheet: FormSheet }) => {
  const filled = rows.filter((cells) => cells.filter((text) => text !== '').length > 1)
  return (
    <>
      {[...filled, ...(total ? [total] : [])].map((cells, index) => (
        <Box as="p" key={index} className="onpaper__row">
          {columns
            .flatMap(({ title }, place) => (cells[place] ? [`${title}：${cells[place]}`] : []))
            .join('，')}
        </Box>
      ))}
      {filled.length < rows.length && (
        <Box as="p" className="onpaper__row">
          {words.blank(rows.length - filled.length)}
        </Box>
      )}
    </>
  )
}

const Rows = ({ sheet: { titles, columns, rows, total } }: { sheet: FormSheet }) => (
  <Box role="table" label={titles[0]} className="onpaper__table">
    <Box role="row" className="onpaper__row onpaper__row--head">
      {columns.map(({ title, mm }) => (
        <Box key={title} role="columnheader" className="onpaper__cell" style={widthOf(mm, columns)}>
          {title}
        </Box>
      ))}
    </Box>
    {[...rows, ...(total ? [total] : [])].map((cells, index) => (
      <Box key={index} role="row" className="onpaper__row">
        {columns.map((column, place) => (
          <Cell
            key={column.title}
            column={column}
            text={cells[place] ?? ''}
            width={widthOf(column.mm, columns)}
          />
        ))}
      </Box>
    ))}
  </Box>
)

/** Of a column's share of the paper; on a phone nothing stands in columns. */
const widthOf = (mm: number, columns: readonly FormColumn[]): CSSProperties => {
  const all = columns.reduce((sum, column) => sum + column.mm, 0)
  return { '--width': `${(100 * mm) / all}%` } as CSSProperties
}

/** An ID or telephone number, a day or a sum: it never breaks. */
const isNumber = (text: string): boolean => /^[\dX.,-]+$/.test(text)

interface CellProps {
  column: FormColumn
  text: string
  width: CSSProperties
}

const Cell = ({ column: { title, align }, text, width }: CellProps) => (
  <Box
    role="cell"
    className={`onpaper__cell onpaper__cell--${align}${text === '' ? ' onpaper__cell--blank' : ''}`}
    style={width}
  >
    <Words className="onpaper__of" hidden>
      {title}
    </Words>
    <Words className={isNumber(text) ? 'nowrap' : undefined}>{text}</Words>
  </Box>
)

/** As wide, in the paper's proportions, as they are printed. */
const Boxes = ({ boxes, paperMm }: { boxes: readonly BlankBox[]; paperMm: number }) =>
  boxes.length === 0 ? null : (
    <Box className="onpaper__boxes">
      {boxes.map(({ label, widthMm }) => (
        <Box key={label} className="onpaper__box" style={{ flexBasis: `${(100 * widthMm) / paperMm}%` }}>
          {label}
        </Box>
      ))}
    </Box>
  )
