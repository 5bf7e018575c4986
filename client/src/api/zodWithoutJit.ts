/** WeChat forbids `new Function`: zod must not try it. Imported before anything that builds a schema. */
import { config } from 'zod/mini'

config({ jitless: true })
