/** 谁在替我办: who has named the person, and the person's own word on it. */
export const acting = {
  title: '谁在替我办',
  heading: '谁在替我办',
  intro: '他们只看到金额，看不到您的身份。',
  nobody: '没有别人添过您。',
  one: (number: number) => `代办人${number}`,
  since: (day: string) => `${day}添的`,
  ended: '已停。看不到您，也不能再添。',
  end: '不让他办',
  endOf: (one: string) => `不让他办，${one}`,
  allow: '让他再办',
  allowOf: (one: string) => `让他再办，${one}`,
  whoIsIt: '看不到是谁，只看到哪天添的。',
  failed: '没有改成。再点一次。',
}
