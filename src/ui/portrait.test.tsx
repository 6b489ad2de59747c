import { fireEvent, render, screen } from '@testing-library/react'
import { text } from '../test/open-page'
import { Portrait } from './portrait'

it('shows the photo, and says whose it is', () => {
  render(<Portrait name="陈思远" photo="/files/1" size="large" />)
  expect(screen.getByAltText('陈思远的照片').getAttribute('src')).toBe('/files/1')
  expect(text()).toBe('')
})

it.each([
  ['陈思远', '远'],
  ['李𠮷', '𠮷'],
  ['', ''],
])('shows the last character of %p without a photo', (name, letter) => {
  render(<Portrait name={name} photo={null} />)
  expect(text()).toBe(letter)
})

it('shows the character where the photo cannot be had, and tries again with a new link', () => {
  const { rerender } = render(<Portrait name="陈思远" photo="/files/1" />)
  fireEvent.error(screen.getByAltText('陈思远的照片'))
  expect(text()).toBe('远')
  rerender(<Portrait name="陈思远" photo="/files/2" />)
  expect(screen.getByAltText('陈思远的照片').getAttribute('src')).toBe('/files/2')
})
