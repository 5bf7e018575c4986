/** Keys and focus where a page is used without a mouse. */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useRef, useState } from 'react'
import { Box } from '../../client/src/components/Element'
import { Notice } from '../../client/src/components/Notice'
import { RadioCards } from '../../client/src/components/RadioCards'
import { Opened } from '../../client/src/workbench/Opened'
import { useKeptFocus } from '../../client/src/workbench/useKeptFocus'

const focused = () => document.activeElement?.textContent

const choices = ['甲', '乙', '丙'].map((text) => ({ value: text, text }))

function Group({ leadsOn }: { leadsOn?: boolean }) {
  const [chosen, setChosen] = useState<string>()
  return (
    <RadioCards label="哪一个" choices={choices} chosen={chosen} leadsOn={leadsOn} onChoose={setChosen} />
  )
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

test('radio cards are one stop for Tab; arrows choose the next, around both ends', () => {
  render(<Group />)
  const tabs = () => screen.getAllByRole('radio').map(({ tabIndex }) => tabIndex)
  expect(tabs()).toEqual([0, -1, -1])
  screen.getAllByRole('radio')[0]?.focus()
  press('ArrowDown')
  expect([focused(), ...tabs()]).toEqual(['乙', -1, 0, -1])
  press('ArrowLeft')
  press('ArrowUp')
  expect([focused(), ...tabs()]).toEqual(['丙', -1, -1, 0])
  expect(screen.getByRole('radio', { checked: true }).textContent).toBe('丙')
  press('ArrowRight')
  expect(focused()).toBe('甲')
})

test('where choosing leads on to another page, arrows choose nothing', () => {
  render(<Group leadsOn />)
  screen.getAllByRole('radio')[0]?.focus()
  press('ArrowDown')
  expect([focused(), screen.queryByRole('radio', { checked: true })]).toEqual(['乙', null])
})

test('a trouble takes the focus from a button, and leaves it to somebody who types', () => {
  const trouble = <Notice tone="stop" icon="warn" lines={['先选一个。']} announced />
  const { rerender } = render(<button>定</button>)
  screen.getByText('定').focus()
  rerender(<>{trouble}</>)
  expect(focused()).toBe('先选一个。')
  rerender(<input aria-label="姓名" />)
  screen.getByLabelText('姓名').focus()
  rerender(
    <>
      <input aria-label="姓名" />
      {trouble}
    </>,
  )
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
})

test('what is opened takes the focus with its heading, and opening it again does too', () => {
  const shown = (turn: number) => (
    <>
      <button>打开</button>
      <Opened of={turn}>
        <h2>马样例</h2>
      </Opened>
    </>
  )
  const { rerender } = render(shown(0))
  for (const turn of [1, 2]) {
    screen.getByText('打开').focus()
    rerender(shown(turn))
    expect(focused()).toBe('马样例')
  }
})

function Case() {
  const box = useRef<HTMLElement>(null)
  useKeptFocus(box)
  const [at, setAt] = useState(1)
  return (
    <Box as="main" boxRef={box}>
      <h1>比对</h1>
      <section>
        <div key={at}>
          <h2>{`第${at}人`}</h2>
          <button onClick={() => setAt(at + 1)}>定</button>
        </div>
      </section>
    </Box>
  )
}

test('once one case is decided the focus is on the next one’s heading, not at the top of the page', async () => {
  render(<Case />)
  screen.getByText('定').focus()
  fireEvent.click(screen.getByText('定'))
  await waitFor(() => expect(focused()).toBe('第2人'))
})

test('who left the page’s controls by themselves is not fetched back', async () => {
  render(<Case />)
  const button = screen.getByText('定')
  button.focus()
  button.blur()
  await new Promise((resolve) => setTimeout(resolve, 5))
  fireEvent.click(button)
  await screen.findByText('第2人')
  expect(document.activeElement).toBe(document.body)
})
