/**
 * The civil day of a spreadsheet's serial number. Counted from 1900, serial 60 is a 29 February that never was; counted from
 * 1904, serial 0 is the first of January. @returns `YYYY-MM-DD`, or undefined where it is no day of four digits' years.
 */
export function serialDay(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  if (!(from1904 ? whole >= 0 : whole >= 1 && whole !== 60)) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const day = new Date(start + whole * dayMs)
  return day.getTime() > last ? undefined : day.toISOString().slice(0, 10)
}

const dayMs = 24 * 3600 * 1000
const last = Date.UTC(9999, 11, 31)
