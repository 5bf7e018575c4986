import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { storeContract } from './storeContract'

describe('the store on SQLite', () => {
  storeContract(async () => {
    const store = openSqliteStore(':memory:', { people: ['name', ['kind', 'name'], 'value', 'age'] })
    return { store, close: () => store.close() }
  }, 100)
})

describe('the store on SQLite, without any index', () => {
  storeContract(async () => {
    const store = openSqliteStore(':memory:')
    return { store, close: () => store.close() }
  }, 100)
})
