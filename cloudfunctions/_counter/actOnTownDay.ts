/** One step of a town's day by one member of staff, who has its money, or looks after whoever has. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import { shownTownDay } from './shownTownDay'
import { townDayOf, type Till, type TownDay } from './townDayRecord'

/** The town whose days the caller may ask about: a clerk's own, whatever they ask; undefined where no town is named. */
export function tillOf({ staff }: Pick<StaffPorts, 'staff'>, asked: string | null): Till | undefined {
  const town = staff.town ?? asked
  return town === null ? undefined : { region: staff.region, town }
}

/** `step` says in one transaction what becomes of the day, or why nothing does. */
export async function actOnTownDay<Refused extends ReturnType<typeof refuse>>(
  ports: StaffPorts,
  asked: { town: string | null; date: CivilDay },
  step: (documents: Documents, day: TownDay, at: string) => Promise<TownDay | Refused>,
) {
  const till = tillOf(ports, asked.town)
  if (!till) return refuse('notFound')
  const at = ports.clock.now()
  const moved = await ports.store.transaction(async (documents) => {
    const day = await townDayOf(documents, ports.cipher, till, asked.date)
    return day ? step(documents, day, at) : refuse('notFound')
  })
  if ('kind' in moved) return moved
  return done({ town: till.town, line: await shownTownDay(ports.store, moved.fields) })
}
