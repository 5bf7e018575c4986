/** Answers of the service that come when a test gives them, and what tests of the desk do all the time. */
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { Contract, Outcome, ReplyOf, RequestOf } from '../../../shared/contracts/contract'
import { WhoAmI } from '../../../shared/contracts/whoAmI'
import { answer } from '../service'

/** The answer of a use case that went well. */
export const done = <C extends Contract>(reply: ReplyOf<C>): Outcome<C> => ({ kind: 'done', reply })

/** Who the desk says it is. */
export const me = (role: ReplyOf<typeof WhoAmI>['role'], town: string | null = null) =>
  answer(WhoAmI, () =>
    done<typeof WhoAmI>({
      ...{ role, name: '李经办', region: 'shandan', placeName: '山丹县', town },
      ...{ coverageYear: 2024, today: '2023-12-20', imports: [], demo: false },
    }),
  )

/** Answers to one use case that wait until a test gives them, in whatever order. */
export function held<C extends Contract>(contract: C) {
  const waiting: { request: RequestOf<C>; give: (outcome: Outcome<C>) => void }[] = []
  const answers = {
    [contract.name]: (request: unknown) =>
      new Promise((give) => waiting.push({ request: request as RequestOf<C>, give })),
  }
  /** Gives the answer to the one that was asked at this place, counted from nought. */
  const give = async (at: number, outcome: Outcome<C>) => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(at))
    await act(async () => waiting[at]?.give(outcome))
  }
  return { answers, give, waiting }
}

/** Clicks the button of this accessible name. */
export const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
