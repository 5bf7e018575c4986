import Database from 'libsql'
import { join } from 'node:path'
import { Unusable } from './localCommand'

/**
 * Lets only one process change the keys of a folder: two at once would each make a key, and one of the two would be
 * lost. The lock is SQLite's own on a file, because it ends with the process, however that ends.
 */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = new Database(join(folder, 'keys.lock'))
  try {
    take(lock)
    return await work()
  } finally {
    lock.close()
  }
}

function take(lock: Database.Database): void {
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    throw new Unusable('另一个 npm run keys 正在换这里的钥匙，等它结束')
  }
}
