/** A process to be killed: the local service on a port and a folder, until somebody ends it. Prints a line once it listens. */
import { startLocalService } from '../../cloudfunctions/_local/startLocalService'
import { paymentKeys } from '../paymentKeys'

const [port = '', folder = '', today = '', jobsEveryMs = ''] = process.argv.slice(2)

// One resident is the least the demonstration makes; the crowd has put its own people into the folder.
void startLocalService({
  port: Number(port),
  folder,
  client: folder,
  residents: 1,
  today,
  paymentKeys: paymentKeys(),
  jobsEveryMs: Number(jobsEveryMs),
}).then(() => process.stdout.write('listening\n'))
