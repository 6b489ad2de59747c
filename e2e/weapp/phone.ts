import { routes } from './built'
import type { Cloud } from './cloud'
import { startJavaScript } from './javascript'
import { controlOf, hasClass, saying, textOf } from './look'
import { openPage, type PageConfig } from './page'
import { openRenderer, type Shown } from './renderer'
import { openStack, parseUrl } from './stack'
import { startTimers } from './timers'
import { makeWx, type Situation } from './wx'

interface AppConfig {
  onLaunch?: (options: unknown) => void
  onShow?: (options: unknown) => void
  onPageNotFound?: (options: unknown) => void
}

/** What one opening or one tap sent to the side that draws, by `setData`, in bytes. */
export interface Drawn {
  what: string
  bytes: number
}

interface PhoneOptions {
  /** What the app has kept on it. */
  stored?: Record<string, unknown>
  openid?: string
}

/**
 * A phone of the oldest kind with WeChat's oldest base library and the built mini-program on it.
 * It draws with WeChat's own compiled templates, and events reach only what a template has bound.
 */
export function openPhone(cloud: Cloud, { stored = {}, openid = 'openid-of-nobody' }: PhoneOptions = {}) {
  const faults: string[] = []
  const onFault = (fault: unknown) => void faults.push(describe(fault))
  const timers = startTimers(onFault)
  const render = openRenderer(onFault)
  const situation: Situation = { online: true, scan: undefined, confirms: true }
  const storage = new Map(Object.entries(stored))
  const drawn: Drawn[] = []
  const app: AppConfig = {}
  const declared: { page?: PageConfig } = {}
  const configs = new Map<string, PageConfig>()
  /** Bytes that pages opened since the work under measure began have sent, and all others. */
  const sent = { opened: new Map<string, number>(), before: 0 }
  let calls = 0

  const configOf = (route: string): PageConfig => {
    const known = configs.get(route)
    if (known) return known
    delete declared.page
    javascript.require(`${route}.js`)
    const config = declared.page
    if (!config) throw new Error(`${route}.js declares no page`)
    configs.set(route, config)
    return config
  }
  const stack = openStack((route, query) => {
    const { opened } = sent
    opened.set(route, 0)
    const onDrawn = (bytes: number) => {
      if (sent.opened === opened) opened.set(route, (opened.get(route) ?? 0) + bytes)
      else sent.before += bytes
    }
    const { copy } = javascript
    return openPage({ route, options: copy(query), config: configOf(route), render, copy, onDrawn, later: timers.later })
  }, timers.later)
  const { wx, said, asked, setOnline, sight } = makeWx({
    cloud,
    situation,
    storage,
    stack,
    openid,
    onFault,
    later: timers.later,
    copy: (value) => javascript.copy(value),
    busy: (by) => {
      calls += by
    },
  })
  const complain = (...words: unknown[]) => onFault(words.map(describe).join(' '))
  const declarations: [string, (config: never) => unknown][] = [
    ['App', (config: AppConfig) => Object.assign(app, config)],
    ['Page', (config: PageConfig) => Object.assign(declared, { page: config })],
    ['Component', () => {}],
    ['Behavior', (behaviour: object) => behaviour],
  ]
  const javascript = startJavaScript({
    ...timers.globals,
    ...Object.fromEntries(declarations),
    wx,
    console: { log: () => {}, info: () => {}, debug: () => {}, warn: complain, error: complain },
    getApp: () => app,
    getCurrentPages: stack.pages,
  })

  /** Waits until nothing is under way any more. */
  const settle = async () => {
    const began = Date.now()
    for (let quiet = 0; quiet < 3; quiet = calls || timers.busy() ? 0 : quiet + 1) {
      if (Date.now() - began > 15_000) throw new Error('the phone does not come to rest')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  /** Does something, waits for all that follows, and keeps how much was sent to be drawn. */
  const measure = async (what: string, work: () => void) => {
    Object.assign(sent, { opened: new Map(), before: 0 })
    work()
    await settle()
    if (sent.before) drawn.push({ what, bytes: sent.before })
    for (const [route, bytes] of sent.opened) drawn.push({ what: `${route} opens`, bytes })
  }
  const fire = (node: Shown, type: string, detail: object, name: string) => {
    const paper = stack.top()
    return measure(`${paper.page.route} ${type} ${name}`, () => paper.fire(node, type, detail, type === 'tap'))
  }
  const must = (node: Shown | undefined, name: string): Shown => {
    if (!node) throw new Error(`no ${name} on ${stack.top().page.route}: ${textOf(stack.top().look())}`)
    return node
  }

  return {
    /** Whatever went wrong: thrown and not caught, or written by console.warn and console.error. */
    faults,
    /** Toasts, and questions in a dialog. */
    said,
    asked,
    drawn,
    situation,
    storage,
    setOnline,
    settle,
    /** A cold start of the app at this page, as from a scan or a shared card. */
    launch: (url: string) => {
      const { route, query } = parseUrl(url)
      const options = { path: route, query, scene: 1001 }
      return measure('the app starts', () => {
        for (const file of ['app.js', 'comp.js']) javascript.require(file)
        app.onLaunch?.(javascript.copy(options))
        app.onShow?.(javascript.copy(options))
        if (routes.includes(route)) stack.show(url)
        else app.onPageNotFound?.(javascript.copy({ ...options, isEntryPage: true }))
      })
    },
    /** Puts the app into the background and brings it back. */
    comeBack: () => measure('the app comes back', () => app.onShow?.(javascript.copy({ path: '', query: {}, scene: 1001 }))),
    route: () => stack.top().page.route,
    query: () => stack.top().page.options,
    depth: () => stack.pages().length,
    text: () => textOf(stack.top().look()),
    nodes: () => stack.top().nodes(),
    tap: (text: string) => fire(must(saying(stack.top().nodes(), text), `text ${text}`), 'tap', { x: 1, y: 1 }, text),
    tapClass: (name: string) => {
      const node = stack
        .top()
        .nodes()
        .find((each) => hasClass(each, name))
      return fire(must(node, `.${name}`), 'tap', { x: 1, y: 1 }, `.${name}`)
    },
    type: (label: string, value: string) => {
      const control = controlOf(stack.top().nodes(), label, ['input', 'textarea'])
      return fire(must(control, `field ${label}`), 'input', { value, cursor: value.length }, label)
    },
    /** Scrolls so that of these nodes exactly those are in sight; what leaves it was `height` high. */
    scrollTo: (nodes: Shown[], height = 900) =>
      measure(`${stack.top().page.route} scrolls`, () =>
        sight.move(
          nodes.map(({ attributes }) => ({ id: String(attributes.id), classes: String(attributes.class).split(' ') })),
          height,
        ),
      ),
    pick: (label: string, value: string) => {
      const control = controlOf(stack.top().nodes(), label, ['picker'])
      return fire(must(control, `picker ${label}`), 'change', { value }, label)
    },
    /** Answers the phone-number button as WeChat does: with a code, or, without one, that the person did not want to. */
    giveNumber: (code?: string) => {
      const button = stack
        .top()
        .nodes()
        .find(({ attributes }) => attributes.openType === 'getPhoneNumber')
      const detail = code ? { errMsg: 'getPhoneNumber:ok', code } : { errMsg: 'getPhoneNumber:fail user deny' }
      return fire(must(button, 'phone-number button'), 'getphonenumber', detail, 'the number')
    },
    back: () => measure('back', () => stack.navigateBack(1)),
    close: timers.stop,
  }
}

export type Phone = ReturnType<typeof openPhone>

/** Errors of the mini-program are not of this realm's class. */
function describe(fault: unknown): string {
  const isError = typeof fault === 'object' && fault !== null && 'stack' in fault
  return isError ? String(fault.stack) : typeof fault === 'object' ? JSON.stringify(fault) : String(fault)
}
