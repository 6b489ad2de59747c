import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { type Me, session } from '../platform/session'
import { phone } from './phone'
import { member } from './samples'

interface Options {
  path?: string
  params?: Record<string, string>
  /** Who is signed in; null for nobody. */
  as?: Me | null
}

export const sessionOf = (me: Me) => ({ token: `token of ${me.name}`, me })

/** Opens a page on the phone, before any answer has come. */
export function openPage(Page: ComponentType, { path = '/pages/today/index', params = {}, as = member }: Options = {}) {
  Object.assign(phone, { path, params })
  act(() => session.set(as && sessionOf(as)))
  return render(<Page />)
}

/** Lets whatever is under way come to its end. */
export const settle = () => act(async () => void (await jest.advanceTimersByTimeAsync(0)))
/** Lets time pass. */
export const wait = (seconds: number) => act(async () => void (await jest.advanceTimersByTimeAsync(seconds * 1000)))

export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const tap = async (name: string | RegExp) => {
  fireEvent.click(button(name))
  await settle()
}
/** Two taps before the screen has changed: the second finds everything as it was. */
export const tapTwice = async (name: string | RegExp) => {
  const target = button(name)
  act(() => {
    target.click()
    target.click()
  })
  await settle()
}
export const type = (label: string, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
export const typed = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
/** Everything that can be read on the page. */
export const text = () => document.body.textContent ?? ''
