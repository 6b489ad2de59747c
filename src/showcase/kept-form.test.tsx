import { act, renderHook } from '@testing-library/react'
import { restartApp } from '../test/phone'
import { useIsKept, useKeptForm } from './kept-form'

const open = (key = 'someone new') => renderHook(() => useKeptForm(key, () => ({ text: '', target: '一件' }))).result

it('begins as it is told, and keeps nothing before something is typed', () => {
  expect(open().current).toMatchObject({ fields: { text: '', target: '一件' }, restored: false })
  expect(renderHook(() => useIsKept('someone new')).result.current).toBe(false)
})

it('goes on after the app was closed, and says so', () => {
  const first = open()
  act(() => first.current.change({ text: '办好' }))
  act(() => first.current.change({ text: '办好三件事' }))
  expect(first.current).toMatchObject({ fields: { text: '办好三件事', target: '一件' }, restored: false })
  restartApp()
  expect(open().current).toMatchObject({ fields: { text: '办好三件事', target: '一件' }, restored: true })
  expect(renderHook(() => useIsKept('someone new')).result.current).toBe(true)
})

it('keeps forms apart, and forgets one alone', () => {
  const one = open()
  const other = open('someone else')
  act(() => one.current.change({ text: '一' }))
  act(() => other.current.change({ text: '二' }))
  act(() => one.current.forget())
  expect(one.current.fields.text).toBe('')
  expect(open('someone else').current.fields.text).toBe('二')
})
