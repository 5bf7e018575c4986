/** One element of a rendered page, after components have been put in their place. */
export interface WxmlNode {
  /** The element's name without WeChat's `wx-`: `view`, `button`, `input`. */
  tag: string
  /** Attributes as written, kebab-case: `class`, `aria-label`, `bindtap`. */
  attributes: Record<string, unknown>
  children: (WxmlNode | string)[]
  parent?: WxmlNode
  /** Which component file's methods handle its events; undefined for the page itself. */
  owner?: string
}

/** What the function compiled by WeChat's `wcc` returns. */
export interface CompiledNode {
  tag: string
  attr?: Record<string, unknown>
  raw?: Record<string, unknown>
  children?: unknown[]
}

/** Every element from `root` down, in document order, `root` first. */
export function descendants(root: WxmlNode): WxmlNode[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : descendants(child)))]
}

/** The element and its ancestors, innermost first. */
export function lineage(node: WxmlNode): WxmlNode[] {
  return node.parent ? [node, ...lineage(node.parent)] : [node]
}

/** The text a person sees in an element, without what is between. */
export function textOf(node: WxmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** An attribute as text; empty where it is missing. */
export function attribute(node: WxmlNode, name: string): string {
  const value = node.attributes[name]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

/** The classes of an element. */
export function classesOf(node: WxmlNode): string[] {
  return attribute(node, 'class').split(/\s+/).filter(Boolean)
}
