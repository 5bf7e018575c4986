import { buildSync } from 'esbuild'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import type { createWechatPay } from '../../../cloudfunctions/_adapters/wechatpay/createWechatPay'
import { request, startSimulator } from './startSimulator'

type CreateWechatPay = typeof createWechatPay

it('loads from a strict bundle, as the functions are deployed, and opens a payment there', async () => {
  const entry = join(__dirname, '../../../cloudfunctions/_adapters/wechatpay/createWechatPay.ts')
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    banner: { js: '"use strict";' },
  })
  const loaded: { exports: { createWechatPay?: CreateWechatPay } } = { exports: {} }
  const text = outputFiles[0]?.text ?? ''
  const script = new Script(`(function (module, exports, require) {${text}\n})`)
  const load = script.runInThisContext() as (...world: unknown[]) => void
  load(loaded, loaded.exports, createRequire(entry))

  const running = await startSimulator()
  try {
    const payments = loaded.exports.createWechatPay?.(running.config)
    expect((await payments?.open(request('bundled-1')))?.kind).toBe('opened')
  } finally {
    await running.stop()
  }
})
