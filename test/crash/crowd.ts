/** The people of the crowd, put into a service's folder before it first starts. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../cloudfunctions/_adapters/keys/createCipher'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { localKeys } from '../../cloudfunctions/_local/localKeys'
import { residentDocuments, type RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../shared/identity/idNumber'
import type { Payer } from './payer'

/** `pays` WeChat tells us · `unheard` WeChat never does, the phone asks · `goesAway` neither: the poller must find it. */
export type Habit = 'pays' | 'unheard' | 'goesAway'

const habits: readonly Habit[] = ['pays', 'pays', 'pays', 'unheard', 'goesAway']
const subsidised = [{ code: 'ruralDibao/4', since: null }]

/** So many payers of one region, known to the service in `folder`. */
export async function gatherCrowd(
  folder: string,
  region: string,
  count: number,
  seed: number,
): Promise<Payer[]> {
  mkdirSync(folder, { recursive: true })
  const cipher = createCipher(localKeys(folder).ring)
  const store = openSqliteStore(join(folder, 'mingbai.db'))
  const choice = seededChoice(seed)
  const payers: Payer[] = []
  for (let serial = 0; serial < count; serial += 1) {
    const person = personOf(region, serial, choice.perThousand(200))
    const { resident, index } = residentDocuments(cipher, person)
    await store.insert('residents', resident.id, resident.fields)
    await store.insert('residentIndex', index.id, index.fields)
    payers.push({
      name: person.name,
      idNumber: person.idNumber,
      habit: choice.one(habits),
      key: randomUUID(),
    })
  }
  store.close()
  return payers
}

function personOf(region: string, serial: number, isSubsidised: boolean): RosterPerson {
  const day = String(1 + Math.floor(serial / 1000)).padStart(2, '0')
  const first17 = `629999197001${day}${String(serial % 1000).padStart(3, '0')}`
  return {
    region,
    town: '样例镇',
    name: '王样例',
    idNumber: first17 + checkCharacter(first17),
    residence: 'hukou',
    identities: isSubsidised ? subsidised : [],
    otherCover: 'none',
    lastCovered: 2023,
    student: 'none',
  }
}
