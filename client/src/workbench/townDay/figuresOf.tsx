import { townDay as words } from '../../texts/townDay'
import { count } from '../../texts/workbench'
import { Cell } from '../Cell'
import { yuanGrouped } from '../yuanGrouped'

/** The cells of how many payments and of what they come to; on a phone each says which it is. */
export const figuresOf = (payments: number, fen: number) => ({
  payments: <Cell name={words.columns.payments} figure={count(payments)} />,
  sum: <Sum fen={fen} />,
})

/** A sum in a table's cell. */
export const Sum = ({ fen }: { fen: number }) => <Cell name={words.columns.sum} figure={yuanGrouped(fen)} />
