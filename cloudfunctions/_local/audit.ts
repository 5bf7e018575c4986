/** `npm run audit -- verify|head`: proves the audit chain (审计链) of the local service's data, from the data alone. */
import { verifyChain } from '../_audit/verifyChain'
import type { ChainFault } from '../_audit/chainFault'
import type { KeptHead } from '../_audit/checkHeads'
import { headOf } from '../_audit/dayHeads'
import { shanghaiClock } from '../_adapters/clock/shanghaiClock'
import { openSqliteStore } from '../_adapters/embedded/sqliteStore'
import type { Store } from '../_ports/store'
import { isCivilDay } from '../../shared/rules/civilDay'
import { databaseFile, runLocalCommand, say, Unusable, type LocalCommand } from './localCommand'

const usage = `用法 usage:
  npm run audit -- verify [--head DAY:HASH] [--data DIR]   从头走一遍审计链，指出第一处断开的地方
  npm run audit -- head [DAY] [--data DIR]                 打印 DAY 那天结束时的链头，抄到别处留底

--head 是以前打印、留在别处的链头；不写 DAY 就打印最近的一个。DIR 是本机服务的数据文件夹，不写就是 .local。
Exit: 0 the chain is sound · 1 it is broken, or has no head yet · 2 cannot be used.`

const verify: LocalCommand = async ({ word, folder, option }) => {
  if (word !== undefined) throw new Unusable(`多写了 too many words: ${word}\n\n${usage}`)
  const head = option('head')
  const kept = head === undefined ? [] : [readHead(head)]
  return onStore(folder, async (store) => {
    const verified = await verifyChain(store, await serviceNow(store), kept)
    if (verified.kind === 'broken') {
      say(`审计链断在这里：${sentenceOf(verified.fault)}`)
      return 1
    }
    const { links, events, waiting } = verified
    say(`审计链完好：${links} 环，${events} 条事件${waiting > 0 ? `；还有 ${waiting} 条等着入链` : ''}`)
    return 0
  })
}

const head: LocalCommand = async ({ word: day, folder }) => {
  if (day !== undefined && !isCivilDay(day)) throw new Unusable(`没有“${day}”这一天，要写成 YYYY-MM-DD`)
  return onStore(folder, async (store) => {
    const found = await headOf(store, day ?? lastOfDays)
    if (!found) {
      say('还没有链头：一天过完了才有')
      return 1
    }
    // In one piece, for whoever takes only the first line.
    say(`${found.day}:${found.hash}\n到第 ${found.seq} 环，那天入链 ${found.events} 条`)
    return 0
  })
}

const lastOfDays = '9999-12-31'

async function onStore(folder: string, work: (store: Store) => Promise<number>): Promise<number> {
  const store = openSqliteStore(databaseFile(folder))
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

/** The service's clock can be set to another day: what it noted last and has not linked yet tells which it goes by. */
async function serviceNow(store: Store): Promise<string> {
  const { documents } = await store.find<{ at: string }>('auditEvents', {
    where: { link: 0 },
    sort: { field: 'at', order: 'descending' },
    limit: 1,
  })
  return documents[0]?.fields.at ?? shanghaiClock().now()
}

function readHead(text: string): KeptHead {
  const [day = '', hash = ''] = text.split(':')
  if (!isCivilDay(day) || !/^[0-9a-f]{64}$/.test(hash))
    throw new Unusable(`--head：要写成 DAY:HASH，就是 head 打印的那一行，不是“${text}”`)
  return { day, hash }
}

function sentenceOf(fault: ChainFault): string {
  switch (fault.kind) {
    case 'eventEdited':
      return `第 ${fault.seq} 环里的事件 ${fault.event} 被改过`
    case 'eventRemoved':
      return `第 ${fault.seq} 环里的事件 ${fault.event} 不见了`
    case 'eventInserted':
      return `事件 ${fault.event} 自称在第 ${fault.seq} 环，那一环里没有它`
    case 'takenEdited':
      return `第 ${fault.seq} 环里的事件 ${fault.event}：带走了谁的记录被改过，或者不见了`
    case 'linkEdited':
      return `第 ${fault.seq} 环被改过`
    case 'linkRemoved':
      return `第 ${fault.seq} 环不见了`
    case 'linkMoved':
      return `第 ${fault.seq} 环的位置上是另一环`
    case 'linkInserted':
      return `多出来一环：${fault.link}`
    case 'headDiffers':
      return `${fault.day} 的链头和链对不上`
    case 'headRemoved':
      return `${fault.day} 的链头不见了`
    case 'eventLeft':
      return `事件 ${fault.event} 一个多小时还没有入链`
  }
}

void runLocalCommand(usage, { verify, head }, ['head'])
