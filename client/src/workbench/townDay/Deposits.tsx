import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  DepositTownMoney,
  depositVoucher,
  TakeBackDeposit,
  type TownDayAccount,
} from '../../../../shared/contracts/townDay'
import { Link, SecondButton } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { focusField } from '../../pages/focusField'
import { shortMoment, sum } from '../../texts/figures'
import { townDay as words } from '../../texts/townDay'
import { fenOf } from '../fenOf'
import { useStep } from '../useStep'

interface Props {
  account: ReplyOf<typeof TownDayAccount>
  onMoved: () => void
}

/** 缴存: what was brought to the bank, each with its voucher. */
export function Deposits({ account: { line, deposits, may }, onMoved }: Props) {
  const { trouble, take } = useStep()
  if (line.heldFen === 0 && deposits.length === 0) return null
  const takeBack = (voucher: string) =>
    take(TakeBackDeposit, { date: line.date, voucher }, words.takeBackRefusals, onMoved)
  return (
    <Box as="section" className="block">
      <Box as="h3" className="strong block__h">
        {words.deposits}
      </Box>
      {deposits.length === 0 && <Box as="p">{words.noDeposit}</Box>}
      {deposits.length > 0 && (
        <SummaryList>
          {deposits.map(({ voucher, fen, at }) => (
            <SummaryRow
              key={voucher}
              label={sum(fen)}
              value={
                <>
                  {words.deposit(voucher)} <Words className="nowrap">{shortMoment(at)}</Words>
                </>
              }
              change={
                may.deposit
                  ? { text: words.takeBack, label: words.takeBackOf(voucher), onTap: () => takeBack(voucher) }
                  : undefined
              }
            />
          ))}
        </SummaryList>
      )}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {may.deposit && <Adding key={deposits.length} date={line.date} onMoved={onMoved} />}
    </Box>
  )
}

const ids = { voucher: 'deposit-voucher', sum: 'deposit-sum' }

function Adding({ date, onMoved }: { date: string; onMoved: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const [voucher, setVoucher] = useState('')
  const [amount, setAmount] = useState('')
  const { trouble, busy, take, say, anew } = useStep()
  if (!isOpen) return <Link text={words.addDeposit} onTap={() => setOpen(true)} />

  const number = depositVoucher.safeParse(voucher)
  const fen = fenOf(amount)
  const add = () => {
    if (!number.success) return say(words.voucherWrong)
    if (!fen) return say(words.sumWrong)
    take(DepositTownMoney, { date, voucher: number.data, fen }, words.depositRefusals, onMoved)
  }
  const errorOf = (sentence: string) => (trouble === sentence ? trouble : undefined)
  return (
    <Box className="stack stack--wide">
      <Field
        id={ids.voucher}
        label={words.voucher}
        hint={words.voucherHint}
        error={errorOf(words.voucherWrong)}
        initial=""
        maxLength={40}
        onType={anew(setVoucher)}
        onEnter={() => focusField(ids.sum)}
      />
      <Field
        id={ids.sum}
        label={words.sum}
        hint={words.sumHint}
        error={errorOf(words.sumWrong)}
        initial=""
        maxLength={12}
        onType={anew(setAmount)}
        onEnter={add}
      />
      {trouble && trouble !== words.voucherWrong && trouble !== words.sumWrong && (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      )}
      <SecondButton text={busy ? words.busy : words.addDeposit} onTap={add} />
    </Box>
  )
}
