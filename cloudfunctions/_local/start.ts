/** `npm start`: the whole service on this machine, with made-up residents. */
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { ensureBuilt } from '../../config/ensureBuilt'
import { readDemonstration } from './demonstration/readDemonstration'
import { whyNotLocal } from './refuseProduction'
import { startLocalService } from './startLocalService'
import { help, startOptions } from './startOptions'

const root = resolve(__dirname, '../..')
const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function start(): Promise<void> {
  const forbidden = whyNotLocal(process.env)
  if (forbidden) throw new Error(`这是本机演示服务，不能在正式环境里运行（${forbidden}）。`)
  const options = startOptions(process.argv.slice(2), join(root, '.local'))
  if (options.help) return say(help)
  await portIsFree(options.port)
  await ensureBuilt('h5')
  const service = await startLocalService({
    ...options,
    folder: resolve(options.data),
    client: join(root, 'dist/h5'),
    progress: (loaded) => say(`演示居民：${loaded}`),
  })
  greet(service.origin, service.clock.today())
  const stop = () => void service.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function greet(origin: string, today: string): void {
  const people = readDemonstration().people.filter((person) => person.try)
  say(
    `\n明白账：${origin}\n今天当作 ${today}（页面上可以改）。演示数据，不动真钱。\n\n可以试这三个人（姓名，身份证号）：`,
  )
  for (const { name, idNumber, sees } of people) say(`  ${name}  ${idNumber}  ${sees}`)
  say('\n按 Ctrl+C 结束，数据会留着。')
}

/** @throws Error with a sentence where somebody listens there already: found out before anything is built. */
function portIsFree(port: number): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer()
    probe.once('error', () =>
      taken(new Error(`端口 ${port} 已经有人用了。换一个：npm start -- --port ${port + 10}`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

start().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
  process.exit(1)
})
