import { useState } from 'react'
import { AcceptRefund } from '../../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../../shared/contracts/confirmTransfer'
import { TransferRefund } from '../../../../shared/contracts/transferRefund'
import { refundWay, type RefundDesk, type RefundOnDesk } from '../../../../shared/contracts/staff'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { sumInline } from '../../texts/figures'
import { refundDesk as words } from '../../texts/deskMoney'
import { Question } from '../Question'
import { Rejecting } from './Rejecting'
import { useStep } from '../useStep'

interface Props {
  desk: RefundDesk
  refund: RefundOnDesk
  onDone: () => void
}

/** The step of this desk, and what it leads to before it is taken. */
export function Decision({ desk, refund, onDone }: Props) {
  const { trouble, busy, take, say, anew } = useStep()
  const [rejecting, setRejecting] = useState(false)
  const [way, setWay] = useState(refund.wayStated?.way)
  const [voucher, setVoucher] = useState('')
  const { refundNumber } = refund
  const amount = sumInline(refund.fen)

  const steps: Record<RefundDesk, { text: string; onTap: () => void }> = {
    tax: { text: words.accept, onTap: () => take(AcceptRefund, { refundNumber }, words.refusals, onDone) },
    bureau: {
      text: words.approve(amount),
      onTap: () =>
        way ? take(ApproveRefund, { refundNumber, way }, words.refusals, onDone) : say(words.wayFirst),
    },
    finance: {
      text: words.transfer(amount),
      onTap: () =>
        isVoucher(voucher)
          ? take(TransferRefund, { refundNumber, voucher: voucher.trim() }, words.refusals, onDone)
          : say(words.voucherWrong),
    },
    confirmation: {
      text: words.confirm(amount),
      onTap: () => take(ConfirmTransfer, { refundNumber }, words.refusals, onDone),
    },
  }
  if (rejecting)
    return <Rejecting refundNumber={refundNumber} onDone={onDone} onBack={() => setRejecting(false)} />
  return (
    <Box className="stack stack--wide">
      {desk === 'bureau' && !refund.wayStated && (
        <Question
          label={words.wayLabel}
          choices={refundWay.options.map((value) => ({ value, text: words.ways[value] }))}
          chosen={way}
          onChoose={anew(setWay)}
        />
      )}
      {desk === 'finance' && (
        <Field
          id="voucher"
          label={words.voucher}
          hint={words.voucherHint}
          error={trouble === words.voucherWrong ? trouble : undefined}
          initial=""
          maxLength={40}
          onType={anew(setVoucher)}
        />
      )}
      {trouble && trouble !== words.voucherWrong ? (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      ) : (
        <Notice tone="warn" icon="info" lines={[words.consequence[desk]]} />
      )}
      <Box className="actions">
        <Button text={busy ? words.busy : steps[desk].text} onTap={steps[desk].onTap} />
        {(desk === 'tax' || desk === 'bureau') && (
          <SecondButton text={words.reject} onTap={() => setRejecting(true)} />
        )}
      </Box>
    </Box>
  )
}

const isVoucher = (text: string): boolean => TransferRefundVoucher.safeParse(text).success
const TransferRefundVoucher = TransferRefund.request.shape.voucher
