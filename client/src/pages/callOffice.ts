import Taro from '@tarojs/taro'
import type { Office } from '../texts/offices'

/** Rings the office. One without a number has no button that rings: `AskOffice` says so beforehand. */
export function callOffice(office: Office | undefined): void {
  if (office) void Taro.makePhoneCall({ phoneNumber: office.phone })
}
