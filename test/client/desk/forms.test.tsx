/** 表册: what a late answer shows under what was chosen since. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { forms as formWords } from '../../../client/src/texts/forms'
import { FormsView } from '../../../client/src/workbench/forms/FormsView'
import { type ListForms, ListVillages, PrepareForm, PreviewForm } from '../../../shared/contracts/forms'
import type { Outcome, ReplyOf } from '../../../shared/contracts/contract'
import { answer, serve } from '../service'
import { click, done, held } from './lateAnswers'

describe('a form', () => {
  const offered: ReplyOf<typeof ListForms> = {
    coverageYear: 2024,
    forms: [
      {
        ...{ key: 'subsidyRoster', name: '样例花名册', origin: 'own', clauses: [], check: null },
        ...{ perVillage: false, hasRows: true, period: false },
      },
    ],
    towns: ['清泉镇', '位奇镇'],
    notices: [],
  }
  const preview = (title: string): Outcome<typeof PreviewForm> =>
    done<typeof PreviewForm>({
      people: 1,
      volumes: 1,
      form: {
        ...{ name: '样例花名册', paper: { size: 'A4', orientation: 'portrait' }, rowMm: 8, watermark: '' },
        sheets: [
          {
            ...{ titles: [title], head: [], facts: [], columns: [], rows: [], total: null },
            ...{ notes: [], foot: [], boxes: [] },
          },
        ],
      },
    })
  const ready = (formId: string) => done<typeof PrepareForm>({ formId, state: 'ready', looked: 1, people: 1 })
  const villages = answer(ListVillages, ({ town }) =>
    done<typeof ListVillages>({ villages: [`${town}一村`] }),
  )
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const choose = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  test('that comes once another town is chosen is not shown under that town', async () => {
    const previews = held(PreviewForm)
    serve(
      villages,
      answer(PrepareForm, () => ready(first)),
      previews.answers,
    )
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    click(formWords.look)
    await waitFor(() => expect(previews.waiting).toHaveLength(1))
    choose(formWords.town, '位奇镇')
    await previews.give(0, preview('清泉镇的花名册'))
    expect(screen.queryByText('清泉镇的花名册')).toBeNull()
    expect(screen.getByRole('button', { name: formWords.look })).toBeDefined()
  })

  test('is made anew at once for what was chosen while another was being made', async () => {
    const preparing = held(PrepareForm)
    serve(
      villages,
      preparing.answers,
      answer(PreviewForm, ({ formId }) => preview(formId === second ? '位奇镇的花名册' : '清泉镇的花名册')),
    )
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    click(formWords.look)
    await waitFor(() => expect(preparing.waiting).toHaveLength(1))
    choose(formWords.town, '位奇镇')
    click(formWords.look)
    await preparing.give(1, ready(second))
    await preparing.give(0, ready(first))
    expect(await screen.findByText('位奇镇的花名册')).toBeDefined()
    expect(screen.queryByText('清泉镇的花名册')).toBeNull()
  })

  test('is offered for the villages of the town that is chosen, and of no other meanwhile', async () => {
    const asked = held(ListVillages)
    serve(asked.answers)
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    await asked.give(0, done<typeof ListVillages>({ villages: ['清泉一村'] }))
    expect(screen.getByText('清泉一村')).toBeDefined()
    choose(formWords.town, '位奇镇')
    expect(screen.queryByText('清泉一村')).toBeNull()
  })
})
