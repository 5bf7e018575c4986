import { attribute, descendants, lineage, type WxmlNode } from './wxml'

const controls = [
  'button',
  'input',
  'textarea',
  'picker',
  'radio',
  'checkbox',
  'switch',
  'slider',
  'navigator',
]
/** Taro's templates have these listen for taps always, whether the page does or not; their content is what is tapped. */
const containers = [
  'page',
  'label',
  'form',
  'scroll-view',
  'swiper',
  'swiper-item',
  'radio-group',
  'checkbox-group',
]
const fields = ['input', 'textarea', 'radio', 'checkbox', 'switch', 'slider']

function hidden(node: WxmlNode): boolean {
  return attribute(node, 'aria-hidden') === 'true' || node.attributes.hidden === true
}

/** What a screen reader reads inside an element: names given on the way down instead of what they cover. */
function spokenContent(node: WxmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return child
      return hidden(child) ? '' : attribute(child, 'aria-label') || spokenContent(child)
    })
    .join('')
    .trim()
}

function labelOf(node: WxmlNode): string {
  const around = lineage(node).find((it) => it.tag === 'label')
  if (around) return spokenContent(around)
  const root = lineage(node).at(-1) ?? node
  const id = attribute(node, 'id')
  const label = descendants(root).find((it) => it.tag === 'label' && id !== '' && attribute(it, 'for') === id)
  return label ? spokenContent(label) : ''
}

/**
 * The name a screen reader gives an element: `aria-label`, else for a field its label, else its content. A placeholder
 * is no name: it is gone once something is typed.
 */
export function accessibleName(node: WxmlNode): string {
  const given = attribute(node, 'aria-label').trim()
  if (given) return given
  return fields.includes(node.tag) ? labelOf(node) : spokenContent(node)
}

/** Whether a person can tap it to some effect: a control of WeChat's, or an element that listens for taps. */
export function isTappable(node: WxmlNode): boolean {
  if (lineage(node).some(hidden)) return false
  if (controls.includes(node.tag)) return true
  const listens = ['bindtap', 'catchtap'].some((listener) => attribute(node, listener) !== '')
  return listens && !containers.includes(node.tag)
}
