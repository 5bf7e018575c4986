/** What the files of a crashed service hold of an import, beside the people of its file. */
import { join } from 'node:path'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../cloudfunctions/_adapters/keys/createCipher'
import { localKeys } from '../../cloudfunctions/_local/localKeys'
import { chunkId } from '../../cloudfunctions/_imports/importRecord'
import type { ImportChangesFields } from '../../cloudfunctions/_imports/importChanges'
import { partitions } from '../../cloudfunctions/_residents/partition'
import { residentIndexId, type ResidentIndexFields } from '../../cloudfunctions/_residents/recogniseResident'
import { openResident, type ResidentFields } from '../../cloudfunctions/_residents/residentRecord'
import type { CountyPerson } from '../rosters/countyPeople'

export interface Imported {
  /** Residents with a number of the file, each document counted. */
  residents: number
  /** People of the file whose index leads to a resident of their name with a contact. */
  reached: number
  /** Changes that are noted, and how many different residents they name. */
  noted: number
  notedOnce: number
}

export async function readImported(
  folder: string,
  region: string,
  importId: string,
  people: readonly CountyPerson[],
): Promise<Imported> {
  const store = openSqliteStore(join(folder, 'mingbai.db'))
  const cipher = createCipher(localKeys(folder).ring)
  try {
    const numbers = new Set(people.map(({ idNumber }) => idNumber))
    let residents = 0
    for (const partition of partitions) {
      let cursor: string | undefined
      do {
        const page = await store.find<ResidentFields>('residents', {
          where: { region, partition },
          sort: { field: 'nameIndex', order: 'ascending' },
          limit: 500,
          ...(cursor === undefined ? {} : { cursor }),
        })
        for (const one of page.documents) if (numbers.has(openResident(cipher, one).idNumber)) residents += 1
        cursor = page.cursor
      } while (cursor !== undefined)
    }
    let reached = 0
    for (const { name, idNumber } of people) {
      const index = await store.get<ResidentIndexFields>(
        'residentIndex',
        residentIndexId(cipher, region, idNumber),
      )
      const id = index?.fields.residentId ?? 'nobody'
      const [resident, contact] = [
        await store.get<ResidentFields>('residents', id),
        await store.get('contacts', id),
      ]
      if (resident && contact && openResident(cipher, resident).name === name) reached += 1
    }
    const noted: string[] = []
    for (let chunk = 0; chunk * 50 <= people.length * 2; chunk += 1) {
      const stored = await store.get<ImportChangesFields>('importChanges', chunkId(importId, chunk))
      for (const change of stored?.fields.changes ?? [])
        if ('residentId' in change) noted.push(change.residentId)
    }
    return { residents, reached, noted: noted.length, notedOnce: new Set(noted).size }
  } finally {
    store.close()
  }
}
