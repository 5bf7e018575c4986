import { accessibleName, isTappable } from './accessibleName'
import { describeNode, measure, namelessTappables, type PageMeasures } from './measures'
import type { DataTransfer } from './pageInstance'
import { attribute, classesOf, descendants, lineage, textOf, type WxmlNode } from './wxml'

/** Sends one event to the handler of a page or component. */
export type Dispatch = (node: WxmlNode, handler: string, event: object) => void

/** An element, or words that find one: its accessible name, whole or else in part. */
export type Wanted = WxmlNode | string

const bubbling = /^(tap|longpress|longtap|touchstart|touchmove|touchend|touchcancel)$/

function dataset(node: WxmlNode): Record<string, unknown> {
  const written = Object.entries(node.attributes).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(written.map(([name, value]) => [name.slice('data-'.length), value]))
}

const place = (node: WxmlNode) => ({ id: attribute(node, 'id'), dataset: dataset(node) })

/**
 * The page in front, as a person meets it: what it says, what can be tapped and typed into. Every property looks anew,
 * so one view serves as long as the page does.
 */
export class PageView {
  constructor(
    readonly route: string,
    private readonly render: () => WxmlNode,
    private readonly dispatch: Dispatch,
    private readonly transfers: () => DataTransfer[],
  ) {}

  /** The elements as they stand. */
  get tree(): WxmlNode {
    return this.render()
  }

  /** All text of the page, one line per leaf. */
  get text(): string {
    const lines = (node: WxmlNode): string[] =>
      node.children.flatMap((child) => (typeof child === 'string' ? [child] : lines(child)))
    return lines(this.tree).join('\n')
  }

  /** Whether the words are to be read on the page, in one piece, whatever elements they are spread over. */
  shows(words: string): boolean {
    return textOf(this.tree).includes(words)
  }

  /** The accessible names of everything tappable, in order. */
  get tappables(): string[] {
    return descendants(this.tree).filter(isTappable).map(accessibleName)
  }

  /** What can be tapped but not named. */
  get nameless(): string[] {
    return namelessTappables(this.tree)
  }

  get measures(): PageMeasures {
    return measure(this.tree, this.transfers())
  }

  /** The innermost element whose text holds the words, if there is one. */
  byText(words: string): WxmlNode | undefined {
    return descendants(this.tree)
      .filter((node) => textOf(node).includes(words))
      .at(-1)
  }

  /** Every element of a class. */
  byClass(name: string): WxmlNode[] {
    return descendants(this.tree).filter((node) => classesOf(node).includes(name))
  }

  /** The tappable element of that accessible name; where there is none, the one whose name holds it and little else. */
  byName(name: string): WxmlNode | undefined {
    return descendants(this.tree)
      .filter((node) => isTappable(node) && accessibleName(node).includes(name))
      .sort((one, other) => accessibleName(one).length - accessibleName(other).length)[0]
  }

  private find(wanted: Wanted): WxmlNode {
    if (typeof wanted !== 'string') return wanted
    const found = this.byName(wanted)
    if (found) return found
    throw new Error(
      `nothing to tap is called “${wanted}” on ${this.route}; there is: ${this.tappables.join(' · ')}`,
    )
  }

  /** Taps an element and lets the tap bubble; radios, checkboxes, switches and forms answer as WeChat's do. */
  tap(wanted: Wanted): void {
    const node = this.find(wanted)
    if (node.attributes.disabled === true) return
    this.fire(node, 'tap', { x: 0, y: 0 })
    const inner =
      node.tag === 'label'
        ? descendants(node).find((it) => it.tag === 'radio' || it.tag === 'checkbox')
        : node
    if (inner?.tag === 'radio') this.answerGroup(inner, 'radio-group', attribute(inner, 'value'))
    if (inner?.tag === 'checkbox') this.answerGroup(inner, 'checkbox-group', this.checkedAfter(inner))
    if (node.tag === 'button')
      for (const type of attribute(node, 'open-type').split('|')) this.fireOpen(node, type)
    if (node.tag === 'switch') this.fire(node, 'change', { value: node.attributes.checked !== true })
  }

  /** What a button of WeChat's own kind tells the page besides the tap. */
  private fireOpen(node: WxmlNode, openType: string): void {
    if (openType === 'agreePrivacyAuthorization') this.fire(node, 'agreeprivacyauthorization')
  }

  /** Types into a field, replacing what it holds, and leaves it. */
  input(wanted: Wanted, value: string): void {
    const node = this.find(wanted)
    this.fire(node, 'focus', { value: attribute(node, 'value') })
    this.fire(node, 'input', { value, cursor: value.length })
    this.fire(node, 'blur', { value })
  }

  /** Chooses in a picker. */
  pick(wanted: Wanted, value: unknown): void {
    this.fire(this.find(wanted), 'change', { value })
  }

  /** Sends an event to an element; those of touch bubble until a `catch`. */
  fire(node: WxmlNode, type: string, detail: object = {}): void {
    const path = bubbling.test(type) ? lineage(node) : [node]
    for (const current of path) {
      const caught = attribute(current, `catch${type}`)
      const handler = caught || attribute(current, `bind${type}`)
      if (handler) this.dispatch(current, handler, this.event(type, detail, node, current))
      if (caught) return
    }
  }

  private event(type: string, detail: object, target: WxmlNode, currentTarget: WxmlNode): object {
    const touch = { timeStamp: Date.now(), touches: [], changedTouches: [], mark: {} }
    return { type, detail, target: place(target), currentTarget: place(currentTarget), ...touch }
  }

  private answerGroup(node: WxmlNode, tag: string, value: unknown): void {
    const group = lineage(node).find((it) => it.tag === tag)
    if (!group) throw new Error(`${describeNode(node)} stands in no ${tag}`)
    this.fire(group, 'change', { value })
  }

  private checkedAfter(node: WxmlNode): string[] {
    const group = lineage(node).find((it) => it.tag === 'checkbox-group') ?? node
    const boxes = descendants(group).filter((it) => it.tag === 'checkbox')
    const checked = boxes.filter((it) => (it.attributes.checked === true) !== (it === node))
    return checked.map((it) => attribute(it, 'value'))
  }
}
