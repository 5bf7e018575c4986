import type { CivilDay } from '../../../shared/rules/civilDay'

/** Sets the day of the local service and starts over on it. Only that service answers; anywhere else nothing happens. */
export async function setLocalDay(day: CivilDay): Promise<void> {
  const set = await fetch('/local/today', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ day }),
  }).catch(() => undefined)
  if (set?.ok) window.location.reload()
}
