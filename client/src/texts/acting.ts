/** 谁在替我办: who has named the person, and the person's own word on it. */
export const acting = {
  title: '谁在替我办',
  heading: '谁在替我办',
  intro: '他们只看到金额，看不到您的身份。',
  nobody: '没有别人添过您。',
  one: (number: number) => `代办人${number}`,
  since: (day: string) => `${day}添的`,
  ended: '已停。看不到您，也不能再添。',
  end: '停了',
  endOf: (one: string) => `停了${one}`,
  allow: '让他再办',
  allowOf: (one: string) => `让他再办，${one}`,
  whoIsIt: '不写是谁：只知道从哪天起。',
  failed: '没有改成。再点一次。',
}
