import { readFile } from 'node:fs/promises'
import { cellUnder, editWorkbook, rowOf } from '@lianxi/office-files/testing/edit-workbook'
import { readWorkbook } from '@lianxi/office-files/read-workbook'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, PATIENT, person, PHONE, picture, type World } from '../support/people'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PROJECTS = '重点项目进度季报表'
const BODY = '凉山州发展和改革委员会'
/** Both wait for their report of 2025Q3. */
const [GOOD, BAD] = ['乐山至西昌高速公路', '卡拉水电站']
const [YEAR_SUM, ALL_SUM] = ['1–9月累计(万元)', '开工以来累计(万元)']
const MORE_TIME = '水电站投资数据正在核实。'
const WHY = '形象进度与投资不一致，请核对后重报。'

/** What a press on a link brings to one's computer. */
async function fileOf(page: Page, link: RegExp | string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).first().click(),
  ])
  return readFile(await download.path())
}

type Figures = Record<string, string | number>

/** Types figures into a project's row, as somebody does in a spreadsheet. */
const typed = (file: Uint8Array, rows: Record<string, (known: (head: string) => number) => Figures>) =>
  editWorkbook(file, (workbook) => {
    const sheet = workbook.getWorksheet(PROJECTS)
    if (sheet === undefined) throw new Error('no projects')
    for (const [name, figures] of Object.entries(rows)) {
      const row = rowOf(sheet, name)
      const known = (head: string) => Number(cellUnder(sheet, head, row).text.replaceAll(',', ''))
      for (const [head, value] of Object.entries(figures(known))) cellUnder(sheet, head, row).value = value
    }
  })

/** A little more than the last time, and why nobody need wonder. */
const more = (known: (head: string) => number): Figures => {
  const last = known('上期累计(万元)')
  const year = last + Math.max(1, Math.round(last / 10))
  return { [YEAR_SUM]: year, [ALL_SUM]: known('至上年底累计(万元)') + year, 对提示的说明: '按施工单位月报核定' }
}

const NOT_YET = '统计数据月底发布。'

/** An office asks, the secretariat sees how many ask and answers with one press, the office reads what became of it. */
async function askAndGrant(world: World): Promise<void> {
  const clerk = await person(world, 'liangshan-tb', '/office')
  const { page } = clerk
  await page.locator('summary', { hasText: '申请延期' }).click()
  const last = await page.getByLabel('申请范围').locator('option').last().getAttribute('value')
  await page.getByLabel('申请范围').selectOption(last)
  await page.getByLabel('申请延至').fill('2025-10-26')
  await page.getByLabel('申请原因').fill(NOT_YET)
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('申请已提交联席会议办公室').waitFor()
  const asked = page.getByRole('region', { name: '延期申请' }).getByRole('listitem')
  await asked.filter({ hasText: '待办理' }).waitFor()
  await expectAccessible(page, 'asked')
  await picture(page, 'asked')

  const secretariat = await person(world, 'mishuchu', '/board')
  await secretariat.page.getByRole('link', { name: '催报 1' }).click()
  const asks = secretariat.page.getByRole('region', { name: '延期申请 1 项待办理' })
  await asks.getByText(NOT_YET).waitFor()
  await expectAccessible(secretariat.page, 'asks')
  await picture(secretariat.page, 'asks')
  await asks.getByRole('button', { name: '同意延期' }).click()
  await secretariat.page.getByText('已同意，延期已发布').waitFor()

  await page.reload()
  await asked.filter({ hasText: '已同意' }).waitFor()
  await page.getByText(`原因：${NOT_YET}（攀西`).waitFor()

  await secretariat.page.reload()
  const given = secretariat.page.getByRole('region', { name: '本期延期' }).getByRole('listitem')
  await given.locator('summary', { hasText: '收回延期' }).click()
  await given.getByLabel('收回原因').fill('范围选择有误。')
  await expectAccessible(secretariat.page, 'given')
  await picture(secretariat.page, 'given')
  await given.getByRole('button', { name: '收回' }).click()
  await given.waitFor({ state: 'detached' })
  await secretariat.context.close()
  await page.reload()
  await asked.filter({ hasText: '同意后已收回' }).waitFor()
  await page.setViewportSize(PHONE)
  await expectFits(page, 'asked')
  await clerk.context.close()
}

/** A reporting period as an office lives it: reminded, reported in Excel, sent back, told why. */
export function month(world: () => World): void {
  describe('a month with Excel', () => {
    it('asks for more time, which is given with one press', { timeout: 120_000 }, () => askAndGrant(world()))
    it(
      'is reminded of, given more time, reported, half sent back and half on the board',
      { timeout: 120_000 },
      async () => {
        const secretariat = await person(world(), 'mishuchu', '/review/chasing')
        const owed = secretariat.page.locator('section', { has: secretariat.page.getByRole('heading', { name: BODY }) })
        const count = async () =>
          Number(/(\d+) 项尚未报送/.exec((await owed.getByRole('heading').textContent()) ?? '')?.[1])
        const before = await count()
        expect(await owed.textContent()).toContain('阿西木呷')
        await owed.getByRole('button', { name: '发通知催报' }).click()
        await owed.getByText('已发通知。').waitFor()
        await owed.locator('summary', { hasText: '延期' }).click()
        await owed.getByLabel('延期范围').selectOption({ label: `${BAD}（2025年三季度）` })
        await owed.getByLabel('延至').fill('2025-10-25')
        await owed.getByLabel('延期原因').fill(MORE_TIME)
        await owed.getByRole('button', { name: '发布延期' }).click()
        await owed.getByText('延期已发布').waitFor()
        await expectAccessible(secretariat.page, 'chasing')
        await picture(secretariat.page, 'chasing')
        const listed = await readWorkbook(await fileOf(secretariat.page, '导出 Excel'))
        expect(JSON.stringify(listed)).toContain(BAD)

        const clerk = await person(world(), 'liangshan-tb', '/notices')
        const { page } = clerk
        await page
          .getByRole('row', { name: /催报|提醒/ })
          .first()
          .waitFor()
        await picture(page, 'notices')
        await page.goto('/office')
        await page.getByText(MORE_TIME).waitFor()
        const template = await fileOf(page, /^下载.*报送表（Excel）$/)
        const upload = async (file: Uint8Array, name: string) => {
          await page.goto('/office')
          await page
            .getByLabel(/^上传填好的.*报送表$/)
            .setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(file) })
          await page.waitForURL('**/office/sheets/*')
          await page.getByRole('heading', { name: `报送表：${name}` }).waitFor()
        }
        const submits = page.getByRole('button', { name: /^全部提交审核/ })
        const drafts = async () => Number(/\d+/.exec((await submits.textContent()) ?? '')?.[0])
        /** One good row becomes a draft; it and what was a draft before are submitted. */
        const saveAndSubmit = async () => {
          const before = await drafts()
          await page.getByRole('button', { name: '存为草稿（1）' }).click()
          await page.getByText('已存草稿 1 / 1 条').waitFor()
          await expect.poll(drafts, PATIENT).toBe(before + 1)
          await submits.click()
          await page.getByText(`已提交审核 ${before + 1} / ${before + 1} 条`).waitFor()
        }
        await page.getByLabel(/^上传填好的.*报送表$/).setInputFiles({
          ...{ name: '旧表.xlsx', mimeType: XLSX, buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
        })
        await page
          .getByRole('status')
          .filter({ hasText: /不是|不能|无法|请/ })
          .first()
          .waitFor()
        await upload(await typed(template, { [GOOD]: more, [BAD]: () => ({ [YEAR_SUM]: '同上' }) }), '九月.xlsx')
        await page.getByText('“同上”换了行序就会指错').waitFor()
        await expectAccessible(page, 'an uploaded sheet')
        await picture(page, 'sheet')
        await saveAndSubmit()
        const marked = await fileOf(page, /^下载有问题的行/)
        await upload(await typed(marked, { [BAD]: more }), '九月改.xlsx')
        await saveAndSubmit()

        const approver = await person(world(), 'liangshan-sh', '/review', PHONE)
        const waiting = (name: string) => approver.page.locator('tbody tr', { hasText: name })
        await waiting(GOOD).waitFor()
        await expectFits(approver.page, 'approving on a phone')
        await waiting(GOOD).getByRole('button', { name: '通过' }).click()
        await approver.page.getByText('已审核通过并报送 1 条。').waitFor()
        await waiting(BAD).getByRole('button', { name: '退回…' }).click()
        await waiting(BAD).getByLabel('退回原因（填报人会看到）').fill(WHY)
        await waiting(BAD).getByRole('button', { name: '退回', exact: true }).click()
        await approver.page.getByText(`已退回“${BAD}”。`).waitFor()

        await page.goto('/notices')
        const told = page.getByRole('row', { name: new RegExp(BAD) }).first()
        await told.getByRole('link', { name: '办理' }).click()
        await page.getByText(WHY).first().waitFor()
        await secretariat.page.setViewportSize(DESK)
        await expect.poll(count, { timeout: 15_000 }).toBe(before - 1)
        for (const one of [secretariat, clerk, approver]) {
          expect(one.faults).toEqual([])
          await one.context.close()
        }
      },
    )
  })
}
