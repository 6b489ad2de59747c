import { createContext, runInContext } from 'node:vm'
import { appJson, read } from './built'
import { compileTemplates } from './compiler'

/** A node as WeChat's compiled template yields it. */
interface Raw {
  tag: string
  attr?: Record<string, unknown>
  children: (Raw | string)[]
}

/** A node of the page as the person sees it. */
export interface Shown {
  /** Without the prefix `wx-`. */
  tag: string
  attributes: Record<string, unknown>
  children: (Shown | string)[]
  parent: Shown | undefined
}

export type Render = (route: string, data: unknown) => Shown

let script: string | undefined

/** Draws pages with the templates that WeChat's own compiler made of the build; what they complain about goes to `onFault`. */
export function openRenderer(onFault: (fault: string) => void): Render {
  script ??= compileTemplates()
  const complain = (...words: unknown[]) => onFault(`template: ${words.map(String).join(' ')}`)
  const context = createContext({ console: { log: complain, warn: complain, error: complain } })
  runInContext(`var window = globalThis; ${script}`, context)

  const draw = (file: string, data: unknown): Raw => {
    // As text, because what comes from another realm is no Object there.
    context.file = file
    context.text = JSON.stringify(data)
    return runInContext('$gwx(file)(JSON.parse(text))', context)
  }
  const show = (raw: Raw, parent: Shown | undefined): Shown => {
    const { tag, attr = {} } = raw
    const shown: Shown = { tag: tag.replace(/^wx-/, ''), attributes: attr, children: [], parent }
    // A component that goes on where templates may not nest more deeply.
    const inner = shown.tag === 'comp' ? draw('comp.wxml', { i: attr.i, l: attr.l }) : raw
    shown.children = flat(inner.children).map((child) => (typeof child === 'string' ? child : show(child, shown)))
    return shown
  }
  return (route, data) => {
    expectKnownComponents(route)
    return show(draw(`${route}.wxml`, data), undefined)
  }
}

/** `virtual` nodes are loops and conditions: they leave no trace on the page. */
const flat = (children: (Raw | string)[]): (Raw | string)[] =>
  children.flatMap((child) => (typeof child !== 'string' && child.tag === 'virtual' ? flat(child.children) : [child]))

function expectKnownComponents(route: string) {
  const { usingComponents = {} } = JSON.parse(read(`${route}.json`))
  const unknown = Object.keys({ ...usingComponents, ...(appJson.usingComponents ?? {}) }).filter((name) => name !== 'comp')
  if (unknown.length) throw new Error(`the harness cannot draw ${unknown.join(', ')} of ${route}`)
}
