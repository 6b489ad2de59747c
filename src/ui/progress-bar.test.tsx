import { render, screen } from '@testing-library/react'
import { text } from '../test/open-page'
import { ProgressBar } from './progress-bar'

it.each([0, 40, 100])('says %p percent in figures, too', (percent) => {
  render(<ProgressBar percent={percent} />)
  expect(text()).toBe(`${percent}%`)
  expect(screen.getByRole('progressbar', { name: `进度 ${percent}%` }).getAttribute('aria-valuenow')).toBe(String(percent))
  expect(document.querySelector<HTMLElement>('.progress__done')?.style.width).toBe(`${percent}%`)
})
