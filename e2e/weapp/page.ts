import { everything } from './look'
import type { Render, Shown } from './renderer'

export type Query = Record<string, string>

/** What the app hands to `Page()`. */
export interface PageConfig {
  data?: Record<string, unknown>
  onLoad?: (query: Query) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  /** Taro's one handler for every event. */
  eh: (event: unknown) => void
}

export interface OpenPage extends Required<PageConfig> {
  route: string
  options: Query
  setData: (update: Record<string, unknown>, done?: () => void) => void
}

interface Surroundings {
  route: string
  options: Query
  config: PageConfig
  render: Render
  /** A copy as it arrives on the side that draws. */
  copy: <Value>(value: Value) => Value
  onDrawn: (bytes: number) => void
  later: (work: () => void) => void
}

/** A page as WeChat holds it: the app's own object, and what was drawn from all its `setData`. */
export function openPage({ route, options, config, render, copy, onDrawn, later }: Surroundings) {
  const nothing = () => {}
  const data = structuredClone(config.data ?? {})
  let shown: Shown | undefined
  const page: OpenPage = {
    ...{ onLoad: nothing, onShow: nothing, onReady: nothing, onHide: nothing, onUnload: nothing },
    ...config,
    data,
    route,
    options,
    setData(update, done) {
      const text = JSON.stringify(update)
      for (const [path, value] of Object.entries(JSON.parse(text))) put(data, path, value)
      shown = undefined
      onDrawn(Buffer.byteLength(text))
      if (done) later(done)
    },
  }
  const look = () => {
    shown ??= render(route, data)
    return shown
  }
  /** Fires an event at a node, and at those around it if it bubbles, as far as the template has bound it. */
  const fire = (target: Shown, type: string, detail: unknown, bubbles: boolean) => {
    for (let node: Shown | undefined = target; node; node = bubbles ? node.parent : undefined) {
      const caught = node.attributes[`catch${type}`]
      if (caught ?? node.attributes[`bind${type}`]) {
        page.eh(
          copy({ type, detail, timeStamp: Date.now(), touches: [], changedTouches: [], target: named(target), currentTarget: named(node) }),
        )
      }
      if (caught) return
    }
  }
  return { page, look, fire, nodes: () => everything(look()) }
}

export type Paper = ReturnType<typeof openPage>

const named = ({ attributes }: Shown) => ({ id: attributes.id, dataset: { sid: attributes['data-sid'] }, offsetLeft: 0, offsetTop: 0 })

/** Puts a value where a path such as `root.cn.[0].cl` points. */
function put(data: Record<string, unknown>, path: string, value: unknown) {
  const keys = path.match(/[^.[\]]+/g) ?? []
  const last = keys.pop()
  let place: Record<string, unknown> = data
  for (const key of keys) {
    place[key] ??= {}
    place = place[key] as Record<string, unknown>
  }
  if (last) place[last] = value
}
