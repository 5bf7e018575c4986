import { createCloudbaseStore } from '../../../cloudfunctions/_adapters/cloudbase/cloudbaseStore'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import { newRing, withNewKey, withoutKey } from '../../../cloudfunctions/_adapters/keys/keyRing'
import { rewrapSealed } from '../../../cloudfunctions/_keys/rewrapSealed'
import {
  newFileKey,
  openFileKey,
  readFile,
  readPart,
  writeFile,
} from '../../../cloudfunctions/_proofs/proofFile'
import { proofSizes } from '../../../shared/contracts/proof'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { databaseAt } from '../../doubles/cloudbase/databaseAt'
import { startCloudbaseDouble, type CloudbaseDouble } from '../../doubles/cloudbase/cloudbaseDouble'
import { jpeg } from '../../papers'

const ring = newRing('k1')
const both = { ...withNewKey(ring, 'k2'), sealWith: 'k2' }
const before = createCipher(ring)
const log = { info: () => undefined, alarm: () => undefined }
const file = jpeg(2 * proofSizes.part + 7)

let double: CloudbaseDouble
let sealedKey: string
let store: Store
beforeEach(async () => {
  double = await startCloudbaseDouble()
})
afterEach(() => double.close())

/** The same on either database; what is large there is one document of CloudBase's. */
describe.each([
  ['SQLite', () => openSqliteStore(':memory:')],
  ['CloudBase', () => createCloudbaseStore(databaseAt(double.url))],
] as const)('on %s', (_name, open) => {
  beforeEach(async () => {
    store = open()
    sealedKey = newFileKey(before, 'p1')
    await store.insert('proofs', 'p1', { sealedKey })
    await writeFile(store, openFileKey(before, 'p1', sealedKey), 'f1', file)
  })

  test('another key-encryption key means one short text a proof; the file opens without the old one, untouched', async () => {
    const parts = await Promise.all([0, 1, 2].map((part) => store.get('proofParts', `f1-${part}`)))
    expect(await rewrapSealed({ store, cipher: createCipher(both), log })).toEqual({
      rewrapped: 1,
      unreadable: [],
    })
    expect(await Promise.all([0, 1, 2].map((part) => store.get('proofParts', `f1-${part}`)))).toEqual(parts)
    const alone = createCipher(withoutKey(both, 'k1'))
    const wrapped = (await store.get<{ sealedKey: string }>('proofs', 'p1'))?.fields.sealedKey ?? ''
    expect(await readFile(store, openFileKey(alone, 'p1', wrapped), 'f1', file.length)).toEqual(file)
  })

  test('a key opens for its own proof only, and a part at its own place only', async () => {
    const key = openFileKey(before, 'p1', sealedKey)
    expect(() => openFileKey(before, 'p2', sealedKey)).toThrow()
    const first = await store.get('proofParts', 'f1-0')
    await store.replace('proofParts', 'f1-1', 1, { ...first?.fields })
    await expect(readPart(store, key, 'f1', 1)).rejects.toThrow()
    await expect(readPart(store, key, 'f2', 0)).rejects.toThrow('no part')
  })
})
