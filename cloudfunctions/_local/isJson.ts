import type { Context } from 'hono'

/** A foreign page's form cannot send this type, so it cannot ask for anything. */
export const isJson = (context: Context): boolean =>
  context.req.header('content-type')?.split(';')[0]?.trim() === 'application/json'
