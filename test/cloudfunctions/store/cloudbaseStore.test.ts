import { createCloudbaseStore } from '../../../cloudfunctions/_adapters/cloudbase/cloudbaseStore'
import { startCloudbaseDouble } from '../../doubles/cloudbase/cloudbaseDouble'
import { databaseAt } from '../../doubles/cloudbase/databaseAt'
import { storeContract } from './storeContract'

describe('the store on CloudBase', () => {
  storeContract(async () => {
    const double = await startCloudbaseDouble()
    return { store: createCloudbaseStore(databaseAt(double.url)), close: () => double.close() }
  }, 25)
})
