/** 日清月结: months and days that are chosen before the answer is there. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { townDay as townDayWords } from '../../../client/src/texts/townDay'
import TownDayPage from '../../../client/src/workbench/townDay'
import type { Outcome } from '../../../shared/contracts/contract'
import { CloseTownDay, TownDayAccount, TownMonth, type TownDayLine } from '../../../shared/contracts/townDay'
import { ListReversals } from '../../../shared/contracts/counterReversals'
import { answer, serve } from '../service'
import { freshPhone } from '../standIns/taro'
import { click, done, held, me } from './lateAnswers'

describe('a town’s days', () => {
  const line = (date: string, fen: number, more: Partial<TownDayLine> = {}): TownDayLine => ({
    ...{ date, state: 'open', payments: 1, fen, heldFen: 0, reversals: 0, reversedFen: 0 },
    ...{ reversedHeldFen: 0, depositedFen: 0, difference: null, closed: null, confirmed: null },
    ...more,
  })
  const account = (date: string, fen: number): Outcome<typeof TownDayAccount> =>
    done<typeof TownDayAccount>({
      ...{ town: '清泉镇', line: line(date, fen), byChannel: [], byClerk: [], deposits: [], payments: [] },
      ...{ reversedSince: [], reversals: [], may: { deposit: false, close: true, confirm: false } },
    })
  const nobodyAsked = answer(ListReversals, () => done<typeof ListReversals>({ reversals: [] }))
  const month = (...days: TownDayLine[]) =>
    done<typeof TownMonth>({ town: '清泉镇', towns: ['清泉镇'], days, today: '2023-12-20' })

  test('of one month do not stand under the name of another', async () => {
    freshPhone('/workbench/townDay/index')
    const months = held(TownMonth)
    serve(
      me('clerk', '清泉镇'),
      nobodyAsked,
      months.answers,
      answer(TownDayAccount, ({ date }) => account(date, 0)),
    )
    render(<TownDayPage />)
    await months.give(0, month(line('2023-12-18', 76_000)))
    await screen.findByText(townDayWords.month(2023, 12))
    expect(screen.getByRole('img', { name: /^12月18日/ })).toBeDefined()
    click(townDayWords.before)
    expect(screen.getByText(townDayWords.month(2023, 11))).toBeDefined()
    expect(screen.queryByRole('img', { name: /^12月18日/ })).toBeNull()
  })

  test('that changed meanwhile are read again, so that they can be closed as they are now', async () => {
    freshPhone('/workbench/townDay/index')
    let fen = 38_000
    const seen: number[] = []
    serve(
      me('clerk', '清泉镇'),
      nobodyAsked,
      answer(TownMonth, () => month(line('2023-12-20', fen))),
      answer(TownDayAccount, ({ date }) => account(date, fen)),
      answer(CloseTownDay, (request) => {
        seen.push(request.seen.fen)
        fen = 76_000
        return seen.length === 1
          ? { kind: 'refused', refusal: 'changed' }
          : done<typeof CloseTownDay>({ town: '清泉镇', line: line('2023-12-20', fen, { state: 'closed' }) })
      }),
    )
    render(<TownDayPage />)
    fireEvent.click(await screen.findByRole('button', { name: townDayWords.close }))
    expect(await screen.findByText(townDayWords.closeRefusals.changed)).toBeDefined()
    await waitFor(() => expect(screen.getAllByText('760').length).toBeGreaterThan(0))
    click(townDayWords.close)
    await waitFor(() => expect(seen).toEqual([38_000, 76_000]))
  })

  test('open at the town that waits, where somebody answers for several', async () => {
    freshPhone(`/workbench/townDay/index?date=2023-12-18&town=${encodeURIComponent('位奇镇')}`)
    const asked = serve(
      me('bureau'),
      nobodyAsked,
      answer(TownMonth, ({ town }) =>
        done<typeof TownMonth>({ town, towns: ['清泉镇', '位奇镇'], days: [], today: '2023-12-20' }),
      ),
      answer(TownDayAccount, ({ date }) => account(date, 0)),
    )
    render(<TownDayPage />)
    await screen.findByText(townDayWords.heading('位奇镇'))
    expect(asked).toContainEqual({
      useCase: TownDayAccount.name,
      request: { town: '位奇镇', date: '2023-12-18' },
    })
  })
})
