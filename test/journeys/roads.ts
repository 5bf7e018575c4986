import type { Person } from './people'
import type { Walk } from './walk'

/** From home to the result: name and ID number, once. Without a `relation` it is the caller, who is nobody here yet. */
export async function identify(walk: Walk, person: Person, relation?: string): Promise<void> {
  await walk.tap(relation === undefined ? '先添自己' : '添一位家人')
  await walk.type('姓名', person.name)
  await walk.type('身份证号', person.idNumber)
  if (relation !== undefined) await walk.choose(relation)
  await walk.tap('同意，下一步')
}

/** From the result to the last look before paying, with no other cover. */
export async function toCheck(walk: Walk, yuan: number): Promise<void> {
  await walk.tap(`去缴 ${yuan} 元`)
  await walk.choose('没有')
  await walk.tap('下一步')
  await walk.sees('核对，再去缴')
}

/** From the check to WeChat's own page. */
export async function toWechat(walk: Walk, yuan: number): Promise<void> {
  await walk.tap(`去缴 ${yuan} 元`)
  await walk.sees('这不是真的付款。')
}

/** Home on another place's page, as somebody who lives there would choose it. */
export async function choosePlace(walk: Walk, name: RegExp): Promise<void> {
  const other = walk.page.getByRole('button', { name: /，换地方$/ })
  await walk.page.getByText('在哪里参保？').or(other).first().waitFor()
  if (await other.isVisible()) await walk.tap(/，换地方$/)
  await walk.choose(name)
  await walk.sees('先看要付多少')
}
