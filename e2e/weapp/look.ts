import type { Shown } from './renderer'

/** The node and everything in it that the person can see, from outside in. */
export const everything = (root: Shown): Shown[] =>
  isHidden(root) ? [] : [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everything(child)))]

/** All text in it that the person can see, with what stands in inputs. */
export function textOf(node: Shown): string {
  if (isHidden(node)) return ''
  if (node.tag === 'input' || node.tag === 'textarea') return String(node.attributes.value ?? '')
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

export const hasClass = ({ attributes }: Shown, name: string) =>
  String(attributes.class ?? '')
    .split(' ')
    .includes(name)

/** What taro-ui's style sheet hides: a sheet or a dialog that is not open. */
const isHidden = (node: Shown) =>
  ['at-float-layout', 'at-modal', 'at-action-sheet'].some((name) => hasClass(node, name) && !hasClass(node, `${name}--active`))

/** The innermost node that says exactly this; the last one drawn, where several do. */
export const saying = (nodes: Shown[], text: string) => nodes.filter((node) => textOf(node).trim() === text).at(-1)

/** The control in the field with this label. */
export function controlOf(nodes: Shown[], label: string, tags: string[]): Shown | undefined {
  const fields = nodes.filter((node) => hasClass(node, 'field') && textOf(node).startsWith(label))
  return fields.flatMap(everything).find(({ tag }) => tags.includes(tag))
}
