/** 提醒我: from the tap to the message in the mailbox that stands in for WeChat's. */
import { standingAt } from '../../cloudfunctions/_ports/clock'
import { sendReminders } from '../../cloudfunctions/jobs/sendReminders'
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

/** What the job does on that day at ten in the morning, Shanghai. */
async function onTheMorningOf(day: string): Promise<void> {
  const { running } = here.service
  running.clock.setDay(day)
  await sendReminders({ ...running.ports, clock: standingAt(`${day}T02:00:00.000Z`) })
}

test('the deadline: one tap on the result, one message a week before, which leads back', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('三个日期，别弄混')
  await walk.tap(/^提醒我，/)
  await walk.sees('要提醒您什么？', '缴费快截止了', /是最后一天。/, /发给您。/)
  await walk.look('87-remind')
  await walk.tap('提醒我一次，王样例，缴费快截止了')
  await walk.sees('记下了，到时候发。')
  await walk.look('88-remind-wanted')

  const said = /(\d+)年(\d+)月(\d+)日发给您。/.exec(await walk.text())
  const day =
    said
      ?.slice(1)
      .map((part) => part.padStart(2, '0'))
      .join('-') ?? ''
  await onTheMorningOf('2023-11-21')
  await walk.open('local/mailbox')
  await walk.sees('还没有。')
  await onTheMorningOf(day)
  await onTheMorningOf(day)
  await walk.open('local/mailbox')
  await walk.sees('您的2024年医保缴费', '还没缴。这天是最后一天。')
  expect(await walk.page.getByRole('article').count()).toBe(1)
  expect(await walk.text()).not.toMatch(/王样例|低保|130/)
  await walk.look('89-mailbox')
  await walk.page.getByRole('link', { name: /^点开看/ }).click()
  await walk.sees('三个日期，别弄混')
})

test('from the receipt: a refund that was asked for can be waited for; nothing else is offered', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.ordinary)
  await toCheck(walk, 380)
  await toWechat(walk, 380)
  await walk.tap('确认付款 380 元')
  await walk.sees('缴好了')
  await walk.tap('提醒我')
  await walk.sees('现在没有要提醒的。')
  await walk.look('90-remind-nothing')
  await walk.tap('返回')
  await walk.tap('申请退费，周示范')
  await walk.choose(/缴重了/)
  await walk.tap('申请退 380 元')
  await walk.sees('等税务局受理')
  await walk.tap('提醒我')
  await walk.sees('退费有结果了', '有了结果就发给您。')
  await walk.tap('提醒我一次，周示范，退费有结果了')
  await walk.sees('记下了，到时候发。')
  await onTheMorningOf('2023-11-22')
  await walk.open('local/mailbox')
  await walk.sees('还没有。')
})
