import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openPhone, phone, press } from './browser'
import { setStage } from './stage'

const stage = setStage()

/** A landscape of three stripes, red, green and blue, as a camera leaves it: with where it was taken. */
async function landscape(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 900, height: 300 })
    const context = canvas.getContext('2d')
    for (const [index, colour] of ['#f00', '#0f0', '#00f'].entries()) {
      if (context) context.fillStyle = colour
      context?.fillRect(index * 300, 0, 300, 300)
    }
    return canvas.toDataURL('image/jpeg', 0.95)
  })
  const bytes = Buffer.from(drawn.split(',')[1] ?? '', 'base64')
  const place = Buffer.from('Exif\0\0GPS 30.57 104.06')
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2])
  return Buffer.concat([bytes.subarray(0, 2), head, place, bytes.subarray(2)])
}

/** What stands in the middle of the portrait, and how wide the picture is. */
const middleOf = (page: Page) =>
  page.evaluate(async () => {
    const image = [...document.querySelectorAll<HTMLImageElement>('.portrait img')].pop()
    if (!image) return undefined
    const picture = await createImageBitmap(await (await fetch(image.src)).blob())
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: picture.width, height: picture.height })
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0)
    const [red = 0, green = 0, blue = 0] = context?.getImageData(picture.width / 2, picture.height / 2, 1, 1).data ?? []
    return { width: picture.width, colour: red > 200 ? 'red' : green > 200 ? 'green' : blue > 200 ? 'blue' : 'none' }
  })

test('a photo is moved by finger and by buttons, cut to a square, and published without the place it was taken at', async () => {
  const { origin } = stage.app
  const page = await (await openPhone(stage.browser, { origin, size: phone, login: 'member5' })).newPage()
  await page.goto(`${origin}/showcase/pages/profile/index`)
  await page.getByText('自我介绍').first().waitFor()
  const photo = await landscape(page)
  const choose = async (button: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, button)])
    await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByRole('dialog', { name: '裁剪照片' }).waitFor()
  }
  const changed = async () => {
    await page.getByText('照片已更换').waitFor()
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.portrait img')].some((each) => each.naturalWidth > 0),
    )
  }

  // Given up: nothing happens.
  await choose('选择照片')
  await page.getByRole('button', { name: '取消' }).click()
  assert.equal(await page.locator('.portrait img').count(), 0)

  // Dragged to the right by a finger's width of the square, the stripe on the left comes into the middle.
  await choose('选择照片')
  const frame = await page.locator('.crop-view__frame').boundingBox()
  assert.ok(frame)
  const [x, y] = [frame.x + frame.width / 4, frame.y + frame.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + frame.width * 2, y, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: '用这张' }).click()
  await changed()
  assert.deepEqual(await middleOf(page), { width: 480, colour: 'red' })

  // By buttons alone to the other end.
  await choose('更换照片')
  await page.getByRole('button', { name: '放大' }).click()
  for (let press = 0; press < 20; press++) await page.getByRole('button', { name: '左移' }).click()
  await page.getByRole('button', { name: '用这张' }).click()
  await page.waitForFunction(() => !document.querySelector('.crop-view'))
  await page.getByText('正在').first().waitFor({ state: 'detached' })
  await changed()
  await page.waitForTimeout(500)
  assert.deepEqual(await middleOf(page), { width: 480, colour: 'blue' })

  // A colleague sees it, and no word of where it was taken.
  const colleague = await (await openPhone(stage.browser, { origin, size: phone, login: 'secretary1' })).newPage()
  const memberId = await page.evaluate(() => JSON.parse(localStorage.getItem('sanliang.session') ?? '{}').data.me.id)
  await colleague.goto(`${origin}/showcase/pages/member/index?memberId=${memberId}`)
  await colleague.waitForFunction(() => (document.querySelector('.portrait img') as HTMLImageElement | null)?.naturalWidth === 480)
  const src = await colleague.locator('.portrait img').first().getAttribute('src')
  const served = Buffer.from(await (await fetch(new URL(src ?? '', origin))).arrayBuffer())
  assert.ok(served.length > 0 && served.length <= 200 * 1024)
  for (const word of ['Exif', 'GPS', 'JFXX']) assert.equal(served.includes(word), false)
})
