/** Rosters of people as an office would send them, and who is known by what they said. */
import { openResident, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { residentIndexId } from '../../../cloudfunctions/_residents/recogniseResident'
import type { ImportKind } from '../../../shared/contracts/imports'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { plainPerson, type World } from '../world/startWorld'

export const kinds: ImportKind[] = ['population', 'employeeInsured', 'civilAffairs', 'disabledFederation']
export const region = 'rivertown'

export const population = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['山丹县人口底册'], ['乡镇', '身份证号码', '备注', '姓名'], ...rows])
export const identities = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['姓名', '身份证号码', '人员类别', '认定日期'], ...rows])

export const knownIn = (world: World) => async (idNumber: string) => {
  const index = await world.store.get<{ residentId: string }>(
    'residentIndex',
    residentIndexId(world.service.cipher, region, idNumber),
  )
  const resident = index && (await world.store.get<ResidentFields>('residents', index.fields.residentId))
  return (
    resident && {
      ...openResident(world.service.cipher, resident),
      fields: resident.fields,
      revision: resident.revision,
    }
  )
}

export const many = (count: number) => Array.from({ length: count }, () => plainPerson())
