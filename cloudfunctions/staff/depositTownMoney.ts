/** 缴存: noted with the voucher's number while the day is open. */
import { DepositTownMoney } from '../../shared/contracts/townDay'
import { actOnTownDay } from '../_counter/actOnTownDay'
import { dayOfVoucher, noteVoucher } from '../_counter/depositVoucher'
import { changeTownDay } from '../_counter/townDayRecord'
import { actorOf } from '../_ports/audit'
import { refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const depositTownMoney = staffUseCase(DepositTownMoney, ['clerk'], ({ date, voucher, fen }, ports) =>
  actOnTownDay(ports, { town: null, date }, async (documents, day, at) => {
    const { state, deposits } = day.fields
    const known = deposits.find((one) => one.voucher === voucher)
    // The same once more: its answer was lost, so it is given again.
    if (known) return known.fen === fen ? day : refuse('voucherUsed')
    if (state !== 'open') return refuse('notNow')
    const other = await dayOfVoucher(documents, ports.cipher, day.fields, voucher)
    if (other !== null) return refuse('voucherOfOtherDay', { date: other })
    await noteVoucher(documents, ports.cipher, day.fields, voucher, date)
    const by = ports.staff.staffId
    return changeTownDay(
      documents,
      day,
      'deposited',
      { actor: actorOf(ports.staff), at },
      {
        deposits: [...deposits, { voucher, fen, by, at }],
      },
    )
  }),
)
