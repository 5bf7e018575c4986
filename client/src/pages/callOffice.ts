import Taro from '@tarojs/taro'
import { offices, type Office } from '../texts/offices'

/** Rings the office, or says that the notice gives no number. */
export function callOffice(office: Office | undefined): void {
  if (!office || office.phone === 'unstated') {
    void Taro.showModal({ content: offices.noPhone, showCancel: false })
    return
  }
  void Taro.makePhoneCall({ phoneNumber: office.phone })
}
