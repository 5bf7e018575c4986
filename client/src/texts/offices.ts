/** An office of the table: `unstated` where the notice gives no number. */
export interface Office {
  name: string
  phone: string
}

export const offices = {
  ask: (name: string) => `先打电话问${name}`,
  phone: ({ name, phone }: Office) =>
    phone === 'unstated' ? `${name}的电话，通知未载明。` : `${name}：${phone}`,
  noPhone: '通知没写电话。请到窗口问。',
}
