import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { CheckCards, type Checked } from '../../client/src/components/CheckCards'
import { ClauseChip } from '../../client/src/components/ClauseChip'
import { ErrorSummary } from '../../client/src/components/ErrorSummary'
import { Frame } from '../../client/src/components/Frame'
import { idEcho } from '../../client/src/pages/who/idEcho'

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))
const checkedOnes = () =>
  screen
    .getAllByRole('checkbox')
    .filter((card) => card.getAttribute('aria-checked') === 'true')
    .map((card) => card.textContent)

function Cards() {
  const [checked, setChecked] = useState<Checked<string>>()
  const choices = [
    { value: 'a', text: '甲' },
    { value: 'b', text: '乙' },
  ]
  return <CheckCards label="身份" choices={choices} unsureHint="" checked={checked} onCheck={setChecked} />
}

test('nothing is chosen beforehand, and several cards can be', () => {
  render(<Cards />)
  expect(checkedOnes()).toEqual([])
  tap('甲')
  tap('乙')
  expect(checkedOnes()).toEqual(['甲', '乙'])
})

test('都没有 and 不清楚 clear the rest, and a card clears them', () => {
  render(<Cards />)
  tap('甲')
  tap('都没有')
  expect(checkedOnes()).toEqual(['都没有'])
  tap(/不清楚/)
  expect(checkedOnes()).toEqual(['不清楚'])
  tap('乙')
  expect(checkedOnes()).toEqual(['乙'])
})

test('a chip opens our plain sentence with the notice, and Escape closes it and gives the focus back', () => {
  render(
    <Frame title="页" scale={1} titleOf={() => '《一个通知》'}>
      <ClauseChip source={{ sureness: 'stated', clauses: ['n-1#五(一)2'], says: '资助多少都写明了。' }} />
    </Frame>,
  )
  const chip = screen.getByRole('button', { name: /依据 五\(一\)2/ })
  chip.focus()
  fireEvent.click(chip)
  const sheet = screen.getByRole('dialog')
  expect(sheet.textContent).toContain('资助多少都写明了。')
  expect(sheet.textContent).toContain('《一个通知》')
  expect(document.activeElement).toBe(sheet)
  fireEvent.keyDown(sheet, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(chip)
})

test('the error summary takes the focus and leads to the field', () => {
  const gone: string[] = []
  render(
    <ErrorSummary
      mistakes={[{ field: 'name', text: '姓名还没填' }]}
      onGo={(field) => void gone.push(field)}
    />,
  )
  expect(document.activeElement?.getAttribute('role')).toBe('alert')
  fireEvent.click(screen.getByRole('button', { name: '姓名还没填' }))
  expect(gone).toEqual(['name'])
})

test('an ID number is repeated in the groups people read, with a mark where digits are missing', () => {
  expect(idEcho('')).toEqual([])
  expect(idEcho('62072519000101001')).toEqual(['620725', '1900', '0101', '001', null])
  expect(idEcho('62072519000101001x')).toEqual(['620725', '1900', '0101', '001X'])
})
