import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { Receipt } from '../../../../shared/contracts/receipt'
import { useCall } from '../../api/useCall'
import { useReturn } from '../../api/useReturn'
import { go, goHome } from '../../navigation'
import { receipt as words } from '../../texts/receipt'
import { callOffice } from '../callOffice'
import { ResidentPage } from '../ResidentPage'
import { Unanswered } from '../Unanswered'
import { asText, moneyStepsOf, receiptOf } from './receiptOf'
import { ReceiptView } from './ReceiptView'
import { refundsOf } from './refundsOf'

/** 凭证: can be opened again for ever. */
export default function ReceiptPage() {
  const orderNumber = useRouter().params.order
  const { asked, again } = useCall(Receipt, orderNumber ? { orderNumber } : undefined)
  const [copied, setCopied] = useState(false)
  useReturn(again)
  if (!orderNumber || asked.kind !== 'done') {
    return (
      <ResidentPage title={words.title}>
        <Unanswered asked={orderNumber ? asked : undefined} onAgain={again} />
      </ResidentPage>
    )
  }
  const shown = receiptOf(asked.reply)
  const refunds = refundsOf(asked.reply)
  const onCopy = () =>
    void Taro.setClipboardData({ data: asText(shown) }).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <ResidentPage title={words.title} notices={asked.reply.notices}>
      <ReceiptView
        shown={shown}
        steps={moneyStepsOf(asked.reply)}
        refunds={refunds}
        copied={copied}
        onCopy={onCopy}
        onRefund={(resident) => go('refund', { order: orderNumber, resident })}
        onAsk={() => callOffice(refunds.ask)}
        onRemind={() => go('remind', peopleOf(asked.reply))}
        onHome={goHome}
      />
    </ResidentPage>
  )
}

const peopleOf = ({ people, coverageYear }: ReplyOf<typeof Receipt>) => ({
  people: people.map(({ residentId }) => residentId).join(),
  year: coverageYear,
})
