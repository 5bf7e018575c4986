/** An office of the table: `unstated` where the notice gives no number. */
export interface Office {
  name: string
  phone: string
}

export const offices = {
  ask: (name: string, wrong = false) => (wrong ? `觉得不对？打电话问${name}` : `先打电话问${name}`),
  phone: (name: string, phone: string) => `${name}：${phone}`,
  goAsk: (name: string, wrong = false) => (wrong ? `觉得不对？到${name}问。` : `先到${name}问。`),
  noNumber: '通知没写电话。',
}
