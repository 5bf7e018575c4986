import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import type { Choice } from '../../cloudfunctions/_local/demonstration/seededChoice'

/** 山丹 2024 is collected from these days on; the table states only the last. */
export const season = { from: '2023-09-10', to: '2023-12-31' } as const

const days: CivilDay[] = []
for (let day: CivilDay = season.from; day <= season.to; day = addDays(day, 1)) days.push(day)

/** Many come when it begins, more when the towns call, and most when it ends. */
function weightOf(day: CivilDay, index: number): number {
  const left = days.length - 1 - index
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 4 : 0
  return 10 + weekend + Math.max(0, 20 - index * 2) + (left < 10 ? (10 - left) * 9 : 0)
}

const dayWeights = days.map((day, index) => [day, weightOf(day, index)] as const)
const dayTotal = dayWeights.reduce((sum, [, weight]) => sum + weight, 0)

/** Out of a thousand, by the hour: people pay in the evening, a few at midnight. */
const hourWeights = [
  4, 1, 1, 1, 2, 5, 15, 30, 45, 55, 55, 50, 45, 40, 40, 45, 50, 60, 80, 115, 120, 85, 40, 16,
].map((weight, hour) => [String(hour), weight] as const)
const hourTotal = hourWeights.reduce((sum, [, weight]) => sum + weight, 0)

/** In the last minutes of the last day nobody can begin any more: the service says so, and nothing is paid. */
const lastMoment = Date.parse(`${season.to}T23:50:00+08:00`)

/** Milliseconds since 1970 of one moment of the season. */
export function momentOf(choice: Choice): number {
  const day = choice.weighted(dayWeights, dayTotal) ?? season.to
  const hour = Number(choice.weighted(hourWeights, hourTotal) ?? 0)
  const moment = Date.parse(`${day}T00:00:00+08:00`) + hour * 3600_000 + choice.number(3600_000)
  return Math.min(moment, lastMoment)
}
