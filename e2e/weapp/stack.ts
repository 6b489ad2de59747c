import { routes, tabRoutes } from './built'
import type { Paper, Query } from './page'

/** WeChat keeps no more pages open than this. */
const deepest = 10

export function parseUrl(url: string): { route: string; query: Query } {
  const [path = '', search = ''] = url.split('?')
  const pairs = search ? search.split('&') : []
  // As WeChat hands them over: not decoded.
  const query = Object.fromEntries(pairs.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]))
  return { route: path.replace(/^\//, ''), query }
}

/** The open pages, one above the other, with WeChat's own rules for going from one to another. Breaking one of them throws. */
export function openStack(open: (route: string, query: Query) => Paper, later: (work: () => void) => void) {
  let papers: Paper[] = []

  const top = (): Paper => {
    const paper = papers.at(-1)
    if (!paper) throw new Error('no page is open')
    return paper
  }
  const show = (url: string) => {
    const { route, query } = parseUrl(url)
    if (!routes.includes(route)) throw new Error(`page "${route}" is not found`)
    const paper = open(route, query)
    const { page } = paper
    papers.push(paper)
    page.onLoad(page.options)
    page.onShow()
    later(() => page.onReady())
  }
  const leave = (leaving: Paper[]) => {
    for (const { page } of leaving.reverse()) page.onUnload()
  }
  const leaveAll = () => {
    const leaving = papers
    papers = []
    leave(leaving)
  }
  const mustBeTab = (url: string, tab: boolean) => {
    if (tabRoutes.includes(parseUrl(url).route) !== tab)
      throw new Error(tab ? 'can not switch to no-tabBar page' : 'can not go to a tabbar page')
  }

  return {
    top,
    pages: () => papers.map(({ page }) => page),
    show,
    navigateTo(url: string) {
      mustBeTab(url, false)
      if (papers.length >= deepest) throw new Error('webview count limit exceed')
      top().page.onHide()
      show(url)
    },
    redirectTo(url: string) {
      mustBeTab(url, false)
      leave(papers.splice(-1))
      show(url)
    },
    reLaunch(url: string) {
      leaveAll()
      show(url)
    },
    switchTab(url: string) {
      mustBeTab(url, true)
      leaveAll()
      show(url)
    },
    navigateBack(delta: number) {
      leave(papers.splice(Math.max(1, papers.length - delta)))
      top().page.onShow()
    },
  }
}

export type Stack = ReturnType<typeof openStack>
