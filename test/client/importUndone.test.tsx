/** Undoing an import at the desk: how far it is, why it was not done, and what stayed. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { OneImport } from '../../client/src/workbench/imports/OneImport'
import type { ImportShown, ImportState } from '../../shared/contracts/imports'
import { OpenImport } from '../../shared/contracts/openImport'
import { UndoImport } from '../../shared/contracts/undoImport'
import { answer, serve } from './service'

const nothing = { changed: 0, paid: 0, closed: 0 }

const shown = (state: ImportState, doneRows: number, dependents = nothing): ImportShown => ({
  ...{ importId: 'import-1', kind: 'population', state, asksWhom: false, fileName: '底册.xlsx' },
  ...{ startedAt: '2023-11-20T02:00:00Z', coverageYear: null, rows: 50_000, doneRows, headings: [] },
  ...{ mapping: {}, fields: [], counts: { added: 50_000, changed: 0, same: 0, rejected: 0 }, last: null },
  ...{ statedTotal: null, countedTotal: 50_000, totalIn: 'people', dependents, parked: true },
  ...{ refusal: null, spot: null },
})

/** Opens it as it stands; whoever is answered has asked to undo it, and waits until then. */
function opened(...stands: ImportShown[]) {
  const waiting: ((outcome: unknown) => void)[] = []
  serve(
    answer(OpenImport, () => {
      const [found = shown('undone', 0)] = stands.splice(0, 1)
      return { kind: 'done', reply: { import: found, sample: [] } }
    }),
    { [UndoImport.name]: () => new Promise((resolve) => waiting.push(resolve)) },
  )
  render(<OneImport importId="import-1" />)
  return async (outcome: unknown) => {
    await waitFor(() => expect(waiting).not.toEqual([]))
    waiting.shift()?.(outcome)
  }
}
const done = (reply: ImportShown) => ({ kind: 'done', reply })

test('while it is checked and taken back it is said how far, and at the end what stayed', async () => {
  const answered = opened(shown('committed', 50_000))
  fireEvent.click(await screen.findByText('整批撤回'))
  fireEvent.click(screen.getByText('撤回这一批'))
  await answered(done(shown('checking', 20_000)))
  expect(await screen.findByText('先查能不能撤回')).toBeDefined()
  expect(screen.getByText('查了20,000行，共50,000行')).toBeDefined()
  await answered(done(shown('undoing', 30_000)))
  expect(await screen.findByText('撤了30,000行，共50,000行')).toBeDefined()
  await answered(done(shown('undone', 50_000, { ...nothing, paid: 1 })))
  expect(await screen.findByText('撤回了，有几处没有动')).toBeDefined()
  expect(screen.getByText(/^1人撤的时候刚参保、下单或记了应补，没有动。/)).toBeDefined()
  expect(screen.getByText('别的都改回导入以前的样子了。')).toBeDefined()
})

test('one that turns out to be depended on stands as it was written, with the reason, and may be asked for again', async () => {
  const answered = opened(
    shown('checking', 20_000),
    shown('committed', 50_000, { ...nothing, changed: 2, paid: 3 }),
  )
  await screen.findByText('先查能不能撤回')
  await answered({ kind: 'refused', refusal: 'dependedOn', details: { changed: 2, paid: 3, closed: 0 } })
  expect(await screen.findByText('写进去了')).toBeDefined()
  expect(screen.getByText('不能撤回：2处后来又改过。先撤后来的那一批。')).toBeDefined()
  expect(screen.getByText('不能撤回：3人后来参保、下了单或记了应补。先办他们的。')).toBeDefined()
  fireEvent.click(screen.getByText('整批撤回'))
  expect(screen.getByText('撤回这一批')).toBeDefined()
})
