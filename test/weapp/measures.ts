import { accessibleName, isTappable } from './accessibleName'
import type { DataTransfer } from './pageInstance'
import { attribute, descendants, lineage, textOf, type WxmlNode } from './wxml'

/** What WeChat's 体验评分 looks at, of one page as it stands. */
export interface PageMeasures {
  nodes: number
  /** The longest way from the page to an element, the page itself counted. */
  depth: number
  /** `setData` calls of this page since it opened, their largest and their busiest second. */
  transfers: number
  largestBytes: number
  mostPerSecond: number
}

function mostPerSecond(transfers: DataTransfer[]): number {
  const within = transfers.map(({ at }) => transfers.filter((it) => it.at >= at && it.at < at + 1000).length)
  return Math.max(0, ...within)
}

/** Measures a rendered page and the data that made it. */
export function measure(root: WxmlNode, transfers: DataTransfer[]): PageMeasures {
  const nodes = descendants(root)
  return {
    nodes: nodes.length,
    depth: Math.max(...nodes.map((node) => lineage(node).length)),
    transfers: transfers.length,
    largestBytes: Math.max(0, ...transfers.map((it) => it.bytes)),
    mostPerSecond: mostPerSecond(transfers),
  }
}

/** Describes an element for a message: `button.primary “去缴 130 元”`. */
export function describeNode(node: WxmlNode): string {
  const classes = attribute(node, 'class').trim().replace(/\s+/g, '.')
  return `${node.tag}${classes ? `.${classes}` : ''} “${textOf(node).slice(0, 30)}”`
}

/** Every tappable element that a screen reader could not name, described. */
export function namelessTappables(root: WxmlNode): string[] {
  return descendants(root)
    .filter((node) => isTappable(node) && accessibleName(node) === '')
    .map(describeNode)
}
