import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docx, png } from '../cloudfunctions/testing/file-samples'
import { openMeeting } from './app'
import { openPhone, phone } from './browser'
import { setStage } from './stage'

const stage = setStage()

test('a photo and a document are put to a meeting, seen by a member, and taken off again', async () => {
  const { origin } = stage.app
  const { meetingId } = await openMeeting(origin, '带照片的党员大会')
  const path = `${origin}/meetings/pages/meeting/index?meetingId=${meetingId}`
  const open = async (login: string) => {
    const page = await (await openPhone(stage.browser, { origin, size: phone, login })).newPage()
    await page.goto(path)
    await page.getByText('照片和文件').first().waitFor()
    return page
  }
  const secretary = await open('secretary1')
  const add = async (button: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    const [chooser] = await Promise.all([
      secretary.waitForEvent('filechooser'),
      secretary.locator('.at-button', { hasText: button }).click(),
    ])
    await chooser.setFiles(file)
  }
  await add('添加照片', { name: '合影.png', mimeType: 'image/png', buffer: png })
  await secretary.getByText('照片和文件（1）').waitFor()
  await add('添加文件', { name: '发言稿.docx', mimeType: '', buffer: docx })
  await secretary.getByText('照片和文件（2）').waitFor()
  await add('添加照片', { name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('#!/bin/sh') })
  await secretary.getByText('这种文件不能上传').waitFor()

  const member = await open('member2')
  await member.waitForFunction(() => (document.querySelector('.pictures img') as HTMLImageElement | null)?.naturalWidth === 1)
  const [download] = await Promise.all([member.waitForEvent('download'), member.getByText('发言稿.docx').click()])
  assert.equal(download.suggestedFilename(), '发言稿.docx')
  assert.equal(await member.locator('.at-button', { hasText: '添加照片' }).count(), 0)

  await secretary.locator('.at-button', { hasText: '整理' }).click()
  await secretary.locator('.file-row .at-button', { hasText: '移除' }).click()
  await secretary.locator('.taro-model__confirm').click()
  await secretary.getByText('照片和文件（1）').waitFor()
})
