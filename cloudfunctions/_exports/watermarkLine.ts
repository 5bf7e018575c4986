import { shanghaiTime } from '../_ports/clock'
import type { StaffPorts } from '../_ports/ports'
import words from './watermark.json'

/**
 * 水印: who took an export along, and when (Asia/Shanghai). It stands on everything with people in it that leaves the
 * service: as the first line of a table, above the headings, and at the foot of every printed page.
 */
export const watermarkLine = ({ staff, clock }: Pick<StaffPorts, 'staff' | 'clock'>): string =>
  `${staff.name} ${shanghaiTime(clock.now())} ${words.says}`
