/** A process of its own that runs the local service until it is killed: `serveUntilKilled.ts FOLDER PORT`. */
import { startLocalService } from '../../../cloudfunctions/_local/startLocalService'
import { paymentKeys } from '../../paymentKeys'

const [folder = '', port = ''] = process.argv.slice(2)

void startLocalService({
  folder,
  port: Number(port),
  residents: 9,
  client: folder,
  today: '2023-11-20',
  paymentKeys: paymentKeys(),
}).then(() => process.stdout.write('listening\n'))
