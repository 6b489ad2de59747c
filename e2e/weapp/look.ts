import type { Shown } from './renderer'

/** The node and everything in it, from outside in. */
export const everything = (root: Shown): Shown[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everything(child))),
]

/** All text in it, with what stands in inputs. */
export const textOf = ({ children, attributes, tag }: Shown): string =>
  tag === 'input' || tag === 'textarea'
    ? String(attributes.value ?? '')
    : children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

export const hasClass = ({ attributes }: Shown, name: string) =>
  String(attributes.class ?? '')
    .split(' ')
    .includes(name)

/** The innermost node that says exactly this; the last one drawn, where several do. */
export const saying = (nodes: Shown[], text: string) => nodes.filter((node) => textOf(node).trim() === text).at(-1)

/** The control in the field with this label. */
export function controlOf(nodes: Shown[], label: string, tags: string[]): Shown | undefined {
  const fields = nodes.filter((node) => hasClass(node, 'field') && textOf(node).startsWith(label))
  return fields.flatMap(everything).find(({ tag }) => tags.includes(tag))
}
