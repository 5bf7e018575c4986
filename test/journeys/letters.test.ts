import { letters } from '../browser/letters'
import { record } from './record'
import { setting } from './setting'

const here = setting('2023-11-20')

const body = async (): Promise<number> => {
  await here.walk.sees('先看要付多少')
  return Math.round((await letters(here.walk.page)).body * 10) / 10
}

test('letters of 18 px, 22 px in care mode, and 30 px where the phone’s own are set largest', async () => {
  const { walk } = here
  await walk.open()
  const plain = await body()
  await walk.tap('大字版')
  const care = await body()
  await walk.page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '32px'
    })
  })
  await walk.open()
  await walk.page.reload()
  const largest = await body()
  record('letters', { plain, care, largest })
  expect({ plain, care, largest }).toEqual({ plain: 18, care: 22, largest: 30 })
})
