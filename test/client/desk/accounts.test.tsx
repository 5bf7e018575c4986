/** 账号: several opened one after the other, and a list that is read anew meanwhile. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { accounts as accountWords } from '../../../client/src/texts/accounts'
import { workbench as workbenchWords } from '../../../client/src/texts/workbench'
import AccountsPage from '../../../client/src/workbench/accounts'
import {
  EndAccount,
  InviteStaff,
  ListAccounts,
  OpenAccount,
  type AccountShown,
} from '../../../shared/contracts/staffAccounts'
import { answer, serve } from '../service'
import { click, done, me } from './lateAnswers'

describe('accounts', () => {
  const account = (staffId: string, more: Partial<AccountShown> = {}): AccountShown => ({
    ...{ staffId, name: `同事${staffId}`, role: 'finance', town: null, imports: [], state: 'open' },
    ...{ openedAt: '2023-11-20T02:00:00Z', was: [], invitedUntil: null, mayConfirm: false, mayChange: true },
    ...more,
  })
  const list = (accounts: AccountShown[], cursor?: string) =>
    done<typeof ListAccounts>({
      ...{ accounts, towns: [], needTwo: [], ofWholeRegion: ['finance'] },
      ...(cursor === undefined ? {} : { cursor }),
    })
  const nameField = () => screen.getByLabelText<HTMLInputElement>(accountWords.open.name)
  const openFor = async (name: string) => {
    fireEvent.click(screen.getByRole('radio', { name: workbenchWords.roles.finance }))
    fireEvent.input(nameField(), { target: { value: name } })
    click(accountWords.open.save)
    await screen.findByText(accountWords.done)
  }

  test('one after another is opened, each with a key of its own, from a later page too', async () => {
    const keys: string[] = []
    serve(
      me('bureau'),
      answer(ListAccounts, ({ cursor }) =>
        cursor === undefined ? list([account('s-1')], 'next') : list([account('s-2')]),
      ),
      answer(OpenAccount, ({ key }) => {
        keys.push(key)
        return done<typeof OpenAccount>({ account: account('s-3') })
      }),
    )
    render(<AccountsPage />)
    fireEvent.click(await screen.findByRole('button', { name: accountWords.more }))
    await screen.findByText('同事s-2')
    await openFor('赵样例')
    await waitFor(() => expect(nameField().value).toBe(''))
    await openFor('钱样例')
    await waitFor(() => expect(new Set(keys).size).toBe(2))
  })

  test('a name that is being typed stays when a colleague’s account comes into the list', async () => {
    let accounts = [account('s-1')]
    serve(
      me('bureau'),
      answer(ListAccounts, () => list(accounts)),
      answer(EndAccount, () => done<typeof EndAccount>({ account: account('s-1', { state: 'ended' }) })),
    )
    render(<AccountsPage />)
    fireEvent.input(await screen.findByLabelText(accountWords.open.name), { target: { value: '孙样' } })
    accounts = [account('s-9'), account('s-1', { state: 'ended', mayChange: false })]
    click(accountWords.of(accountWords.end, '同事s-1'))
    click(accountWords.endYes)
    await screen.findByText('同事s-9')
    expect(nameField().value).toBe('孙样')
    expect(screen.queryByText(accountWords.endSure('同事s-1'))).toBeNull()
  })

  test('a second invitation does not say that it was copied', async () => {
    serve(
      me('bureau'),
      answer(ListAccounts, () => list([account('s-1'), account('s-2')])),
      answer(InviteStaff, ({ staffId }) =>
        done<typeof InviteStaff>({
          account: account(staffId),
          token: `token-of-${staffId}`,
          endsAt: '2023-12-27T02:00:00Z',
        }),
      ),
    )
    render(<AccountsPage />)
    const invite = async (staffId: string) => {
      fireEvent.click(
        await screen.findByRole('button', { name: accountWords.of(accountWords.invite, `同事${staffId}`) }),
      )
      await screen.findByText(`token-of-${staffId}`)
    }
    await invite('s-1')
    click(accountWords.token.copy)
    await screen.findByText(accountWords.token.copied)
    await invite('s-2')
    expect(screen.queryByText(accountWords.token.copied)).toBeNull()
  })
})
