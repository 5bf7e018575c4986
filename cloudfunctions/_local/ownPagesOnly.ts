import type { MiddlewareHandler } from 'hono'

/**
 * Answers only this machine's own pages: a foreign Host is DNS rebinding, a foreign Origin another site's form. What
 * comes without an Origin and is not a browser's request (the simulator's callback) passes.
 */
export function ownPagesOnly(port: number): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    if (!hosts.has(host)) return context.text('wrong host', 421)
    if (origin !== undefined && origin !== `http://${host}`) return context.text('wrong origin', 403)
    await next()
  }
}
