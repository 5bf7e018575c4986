import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresFolder } from '../journeys/record'
import type { ScreenFigures } from '../journeys/screenFigures'

export interface Road {
  taps: number
  fields: number
  pages?: string[]
}

/** The most that any page of the mini-program came to. */
interface WeappFigures {
  nodes: number
  depth: number
  setDataBytes: number
  transfersPerSecond: number
  nameless: number
}

/** What the journeys left; undefined where a journey did not come so far. */
export interface Figures {
  roads: { returning?: Road; first?: Road; newborn?: Road; firstNewborn?: Road }
  firstScreen?: { ms: number }
  letters?: { plain: number; care: number; largest: number }
  weapp?: WeappFigures
  /** By the screen's name. */
  screens: Map<string, ScreenFigures>
}

function left<Shape>(name: string): Shape | undefined {
  const file = join(figuresFolder, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Shape) : undefined
}

function worstOf(one?: WeappFigures, other?: WeappFigures): WeappFigures | undefined {
  if (!one || !other) return undefined
  return {
    nodes: Math.max(one.nodes, other.nodes),
    depth: Math.max(one.depth, other.depth),
    setDataBytes: Math.max(one.setDataBytes, other.setDataBytes),
    transfersPerSecond: Math.max(one.transfersPerSecond, other.transfersPerSecond),
    nameless: one.nameless + other.nameless,
  }
}

export function figuresOf(): Figures {
  const folder = join(figuresFolder, 'screens')
  const names = existsSync(folder) ? readdirSync(folder).map((file) => file.replace(/\.json$/, '')) : []
  const screens = names.flatMap((name) => {
    const figures = left<ScreenFigures>(`screens/${name}`)
    return figures ? [[name, figures] as const] : []
  })
  return {
    roads: {
      returning: left('road-shandan-130-returning'),
      first: left('road-shandan-130-first'),
      newborn: left('road-newborn'),
      firstNewborn: left('road-newborn-first'),
    },
    firstScreen: left('first-screen'),
    letters: left('letters'),
    weapp: worstOf(left('weapp-residents'), left('weapp-staff')),
    screens: new Map(screens),
  }
}
