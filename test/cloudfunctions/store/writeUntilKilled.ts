import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'

/** Run as a process of its own: writes payments and a counter together, and prints each round that has landed. */
async function writeUntilKilled(file: string): Promise<void> {
  const store = openSqliteStore(file)
  await store.insert('counters', 'c', { round: 0 })
  for (let round = 1; ; round++) {
    await store.transaction(async (documents) => {
      await documents.insert('payments', `w${round}`, { round, filler: 'x'.repeat(2000) })
      await documents.replace('counters', 'c', round, { round })
    })
    console.log(round)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

void writeUntilKilled(process.argv[2] ?? '')
