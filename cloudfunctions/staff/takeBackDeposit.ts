/** 撤回缴存: the voucher was written down wrongly. */
import { TakeBackDeposit } from '../../shared/contracts/townDay'
import { actOnTownDay } from '../_counter/actOnTownDay'
import { noteVoucher } from '../_counter/depositVoucher'
import { changeTownDay } from '../_counter/townDayRecord'
import { actorOf } from '../_ports/audit'
import { refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const takeBackDeposit = staffUseCase(TakeBackDeposit, ['clerk'], ({ date, voucher }, ports) =>
  actOnTownDay(ports, { town: null, date }, async (documents, day, at) => {
    const left = day.fields.deposits.filter((one) => one.voucher !== voucher)
    if (left.length === day.fields.deposits.length) return day
    if (day.fields.state !== 'open') return refuse('notNow')
    await noteVoucher(documents, ports.cipher, day.fields, voucher, null)
    return changeTownDay(
      documents,
      day,
      'depositTakenBack',
      { actor: actorOf(ports.staff), at },
      {
        deposits: left,
      },
    )
  }),
)
