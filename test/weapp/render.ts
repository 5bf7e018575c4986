import { readFileSync, existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { CompiledTemplates } from './compile'
import type { CompiledNode, WxmlNode } from './wxml'

/** Turns a page's data into the tree of elements WeChat would show. */
export type RenderPage = (route: string, data: unknown) => WxmlNode

type Uses = Record<string, string>

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function attributesOf(node: CompiledNode): Record<string, unknown> {
  const written = Object.entries(node.attr ?? {})
  return Object.fromEntries(
    written.map(([name, value]) => [name.startsWith('data-') ? name : kebab(name), value]),
  )
}

function isNode(child: unknown): child is CompiledNode {
  return typeof child === 'object' && child !== null && 'tag' in child
}

/** The components a page or component file names in its settings, as files relative to the program's root. */
function usesReader(dist: string): (file: string) => Uses {
  const known = new Map<string, Uses>()
  return (file) => {
    const before = known.get(file)
    if (before) return before
    const settings = join(dist, `${file}.json`)
    const text = existsSync(settings) ? readFileSync(settings, 'utf8') : '{}'
    const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Uses }
    const resolve = (target: string) =>
      target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target)
    const uses = Object.fromEntries(Object.entries(usingComponents).map(([name, to]) => [name, resolve(to)]))
    known.set(file, uses)
    return uses
  }
}

/**
 * A renderer for one compiled program. Components stand for their content (Taro sets `virtualHost`), so what is nested
 * through Taro's recursive `comp` comes out as one tree, and events bubble through it.
 */
export function createRenderer(dist: string, templates: CompiledTemplates): RenderPage {
  const usesOf = usesReader(dist)

  function expand(children: unknown[], file: string, owner?: string): (WxmlNode | string)[] {
    return children.flatMap((child: unknown): (WxmlNode | string)[] => {
      if (typeof child === 'string' || typeof child === 'number') return [String(child)]
      if (!isNode(child)) return []
      const tag = child.tag.replace(/^wx-/, '')
      if (tag === 'virtual') return expand(child.children ?? [], file, owner)
      const component = usesOf(file)[tag]
      if (component) {
        const properties = { ...child.raw, ...child.attr }
        const content = templates.render(`${component}.wxml`, properties).children ?? []
        return expand(content, component, component)
      }
      return [
        adopt({
          tag,
          attributes: attributesOf(child),
          children: expand(child.children ?? [], file, owner),
          owner,
        }),
      ]
    })
  }

  function adopt(node: WxmlNode): WxmlNode {
    for (const child of node.children) if (typeof child !== 'string') child.parent = node
    return node
  }

  return (route, data) => {
    const page = templates.render(`${route}.wxml`, data)
    return adopt({ tag: 'page', attributes: {}, children: expand(page.children ?? [], route) })
  }
}
