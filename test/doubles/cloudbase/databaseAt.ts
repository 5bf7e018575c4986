import cloudbase from '@cloudbase/node-sdk'
import type { CloudbaseDatabase } from '../../../cloudfunctions/_adapters/cloudbase/storeDatabase'

/** The real SDK's database, talking to the double at `url` with keys that sign but open nothing. */
export function databaseAt(url: string): CloudbaseDatabase {
  // Without it the SDK asks the cloud's metadata service twice per call whether it runs there.
  process.env.TENCENTCLOUD = 'true'
  // A failed request leaves the SDK's timer for "slow request" running, and it would warn after the tests.
  process.env.SILENCE = 'true'
  return cloudbase.init({ env: 'mingbai-test', secretId: 'id', secretKey: 'key', serviceUrl: url }).database()
}
