import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { Workbook } from 'exceljs'
import { headings, rowsOfWorkbook, workbookOf } from '../cloudfunctions/testing/workbook'
import { ask, openPhone, press, projector } from './browser'
import { setStage } from './stage'

const stage = setStage()

test('an administrator imports people from a file, and whoever is new signs in with the code they are handed', async () => {
  const desk = await openPhone(stage.browser, { origin: stage.app.origin, size: projector, login: 'admin' })
  const page = await desk.newPage()
  await page.goto(`${stage.app.origin}/roster/pages/import/index`)
  const whole = page.waitForEvent('download')
  await press(page, '导出全部名册')
  const [, , ...before] = await rowsOfWorkbook(await base64Of(await (await whole).path()))
  const home = before.find(([, , login]) => login === 'secretary1')?.[4] ?? ''

  const bytes = await workbookOf([
    headings,
    ['李　静', 'LiJing', '正式党员', home, '', '', '13800138000'],
    ['王强', 'wangqiang', '预备党员', home],
    ['赵一', 'zhaoyi', '正式党员', '没有这个支部'],
  ])
  const chooser = page.waitForEvent('filechooser')
  await press(page, '选择文件')
  await (await chooser).setFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByText('新增 2 人').waitFor()
  await page.getByText('没有“没有这个支部”这个党组织').waitFor()
  await press(page, '确认导入 2 人')
  await page.getByText('导入完成').waitFor()

  const download = page.waitForEvent('download')
  await press(page, '下载激活码')
  const [, , ...codes] = await rowsOfWorkbook(await base64Of(await (await download).path()))
  assert.deepEqual(
    codes.map(([unit, name, login]) => [unit, name, login]),
    [
      [home, '李静', 'lijing'],
      [home, '王强', 'wangqiang'],
    ],
  )
  const { me } = await ask<{ me: { name: string; unitName: string } }>(stage.app.origin, undefined, 'organisation.activate', {
    login: 'lijing',
    activationCode: codes[0]?.[3],
    password: '从严从实 2026',
  })
  assert.deepEqual([me.name, me.unitName], ['李静', home])

  await page.goto(`${stage.app.origin}/roster/pages/import/index`)
  const again = page.waitForEvent('filechooser')
  await press(page, '选择文件')
  await (await again).setFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByText('没有可以导入的行').waitFor()
  await desk.close()
})

test('the template opens as a workbook with its choices', async () => {
  const desk = await openPhone(stage.browser, { origin: stage.app.origin, size: projector, login: 'admin' })
  const page = await desk.newPage()
  await page.goto(`${stage.app.origin}/roster/pages/import/index`)
  const download = page.waitForEvent('download')
  await press(page, '下载模板')
  const workbook = new Workbook()
  await workbook.xlsx.readFile(await (await download).path())
  assert.deepEqual(
    workbook.worksheets.map(({ name, state }) => [name, state]),
    [
      ['党员名册', 'visible'],
      ['填写说明', 'visible'],
      ['选项', 'hidden'],
    ],
  )
  assert.deepEqual(workbook.worksheets[0]?.getCell('C2').dataValidation?.formulae, ['选项!$A$2:$A$5'])
  await desk.close()
})

const base64Of = async (path: string) => (await readFile(path)).toString('base64')
