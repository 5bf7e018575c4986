/** `npm run keys -- rotate|status|retire`: changes the key-encryption key (主密钥) of the local service's data. */
import { openSqliteStore, type SqliteStore } from '../_adapters/embedded/sqliteStore'
import { createCipher } from '../_adapters/keys/createCipher'
import { withoutKey } from '../_adapters/keys/keyRing'
import { rotationState } from '../_keys/keyRotation'
import { allSealedFields } from '../_keys/sealedFields'
import { countByKey, oneThatNeeds } from '../_keys/textsByKey'
import { databaseFile, runLocalCommand, say, Unusable, type LocalCommand } from './localCommand'
import { localKeys, writeKeys } from './localKeys'
import { oneAtATime } from './oneAtATime'
import { rotateKeys } from './rotateKeys'

const usage = `用法 usage:
  npm run keys -- rotate [--data DIR]      造一把新主密钥，以后用它封；已封的逐条换过来，中断了再跑一次就接着换
  npm run keys -- status [--data DIR]      每把主密钥还封着几条
  npm run keys -- retire ID [--data DIR]   证明一条都不用它了，再把它从钥匙串里拿掉

换的时候服务可以照常开着。DIR 是本机服务的数据文件夹，不写就是 .local。
Exit: 0 done · 1 a text does not open, or the key is still needed · 2 cannot be used.`

const sayEvery = 1000

/** The indexes make a search by key quick; only these commands need them, so they are made here. */
const openStore = (folder: string): SqliteStore =>
  openSqliteStore(
    databaseFile(folder),
    Object.fromEntries(allSealedFields.map(({ collection, field }) => [collection, [field]])),
  )

const rotate: LocalCommand = async ({ word, folder }) => {
  refuseWord(word)
  return oneAtATime(folder, async () => {
    const store = openStore(folder)
    let said = -sayEvery
    const { to, rewrapped, unreadable } = await rotateKeys(store, folder, (key, soFar) => {
      if (soFar < said + sayEvery) return
      say(`换到 ${key}，已换 ${soFar} 条`)
      said = soFar
    })
    store.close()
    say(`换完了：共 ${rewrapped} 条，现在都用 ${to} 封着`)
    for (const address of unreadable) say(`打不开，没有换：${address}`)
    return unreadable.length > 0 ? 1 : 0
  })
}

const status: LocalCommand = async ({ word, folder }) => {
  refuseWord(word)
  const store = openStore(folder)
  const { ring } = localKeys(folder)
  const counts = await countByKey({ store, cipher: createCipher(ring) })
  const rotation = await rotationState(store)
  store.close()
  for (const id of Object.keys(ring.sealing))
    say(`${id}  ${counts.get(id) ?? 0} 条${id === ring.sealWith ? '  现在用它封' : ''}`)
  const lost = [...counts].filter(([id]) => id === undefined || !Object.hasOwn(ring.sealing, id))
  for (const [id, count] of lost) say(`${id ?? '看不懂的'}  ${count} 条  钥匙串里没有这一把`)
  if (rotation?.fields.finishedAt === null)
    say(`换到 ${rotation.fields.to} 还没有换完，已换 ${rotation.fields.rewrapped} 条：再跑一次 rotate`)
  return lost.length > 0 ? 1 : 0
}

const retire: LocalCommand = async ({ word: id, folder }) => {
  if (id === undefined) throw new Unusable(`要写出拿掉哪一把\n\n${usage}`)
  return oneAtATime(folder, async () => {
    const keys = localKeys(folder)
    if (!Object.hasOwn(keys.ring.sealing, id)) throw new Unusable(`钥匙串里没有 ${id}`)
    if (id === keys.ring.sealWith) throw new Unusable(`现在正用 ${id} 封，先 rotate`)
    const store = openStore(folder)
    const needed = await oneThatNeeds(store, id)
    store.close()
    if (needed !== undefined) {
      say(`${id} 还不能拿掉：${needed} 还用它封着。先 rotate`)
      return 1
    }
    writeKeys(folder, { ...keys, ring: withoutKey(keys.ring, id) })
    say(`${id} 拿掉了：没有一条还用它封着`)
    return 0
  })
}

function refuseWord(word: string | undefined): void {
  if (word !== undefined) throw new Unusable(`多写了 too many words: ${word}\n\n${usage}`)
}

void runLocalCommand(usage, { rotate, status, retire })
