import { checkEntry } from '@lianxi/domain/report/check'
import { explanation } from '@lianxi/domain/report/explanation'
import { initialState } from '@lianxi/domain/report/state'
import type { Entry } from '@lianxi/schema/commands/entry'
import { type GridRow, OfficeGrid } from '@lianxi/schema/views/office-grid'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from '../support/ask'
import {
  expectAccessible,
  expectFits,
  PATIENT,
  PHONE,
  person,
  type Person,
  picture,
  type World,
} from '../support/people'

const OFFICE = { zone: 'Z-PX', region: '510402' }
const PERIOD = '2025Q3'
const SUBJECTS = 17
const PATH = `/office/grid?region=${OFFICE.region}&period=${PERIOD}`

const readGrid = async (clerk: Person) =>
  OfficeGrid.parse(await ask(clerk, 'office.grid', { ...OFFICE, period: PERIOD }, 'query'))
const open = (rows: readonly GridRow[]) => rows.filter(({ write }) => write.allowed)

/** Until as many subjects can be written as the clerk shall fill: what waits for approval comes back, others are corrected. */
async function openSeventeen(clerk: Person, approver: Person): Promise<void> {
  const { rows } = await readGrid(clerk)
  const closed = rows.filter(({ write, report }) => !write.allowed && report !== null)
  for (const { subject, period, report } of closed.slice(0, SUBJECTS - open(rows).length)) {
    const on = { ...OFFICE, subject, period, idempotencyKey: crypto.randomUUID(), expectedVersion: report?.version }
    const [who, what] = report?.state === 'submitted' ? [approver, 'sendBack'] : [clerk, 'startCorrection']
    await ask(who, `report.${what}`, { ...on, reason: '按核定数重新填报' }, 'mutation')
  }
}

const times = (figure: string | number | null | undefined, factor: number): string[] => {
  if (figure === null || figure === undefined) return []
  const exact = Math.round(Number(figure) * factor * 100) / 100
  return [String(exact), String(Math.ceil(exact))]
}

/** Figures around what was said last, and what the form's own checks find in them. */
function triedFigures({ report, prefill, check, due: { previous } }: GridRow) {
  const entry: Entry = report?.entry ?? prefill
  const why = explanation(initialState(null), report?.correctionReason ?? null)
  const tried = [1.01, 1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.99, 6].flatMap((factor): Record<string, string>[] => {
    if (entry.kind === 'target') return times(previous?.value ?? check.yearValue, factor).map((value) => ({ value }))
    const [last, all] = [previous?.investedYearWan ?? 0, previous?.investedTotalWan ?? 0]
    const more = Math.round(last * factor) - last + 1
    const share = Math.min(99, Math.round(Number(previous?.progressPercent ?? 0)) + 3)
    return [{ investedYearWan: `${last + more}`, investedTotalWan: `${all + more}`, progressPercent: `${share}` }]
  })
  return tried
    .filter(({ value }) => entry.kind === 'project' || value !== entry.value)
    .map((figures) => ({ figures, found: checkEntry({ ...entry, ...figures }, check, why) }))
}

/** Figures nobody has to explain; of one target a figure that has to be. */
function figuresFor(rows: readonly GridRow[]): Map<string, Record<string, string>> {
  const all = rows.map((row) => ({ id: `${row.subject}@${row.period}`, tried: triedFigures(row) }))
  const asks = (found: { level: string }[]) => found.length === 1 && found[0]?.level === 'warning'
  const loud = all.find(({ tried }) => tried.some(({ found }) => asks(found)))
  return new Map(
    all.map(({ id, tried }) => {
      const one = tried.find(({ found }) => (id === loud?.id ? asks(found) : found.length === 0))
      if (one === undefined) throw new Error(`no figure of ${id} passes the checks`)
      return [id, one.figures]
    }),
  )
}

/** A keyboard that counts its keys; what is typed as a figure or a reason counts apart. */
function counting(page: Page) {
  const count = { keys: 0, typed: 0, clicks: 0 }
  return {
    count,
    press: async (key: string) => {
      count.keys += 1
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      count.typed += text.length
      await page.keyboard.insertText(text)
    },
  }
}

const Place = z.object({ row: z.string().default(''), field: z.string().default('') })
/** The cell the cursor is in. */
const at = async (page: Page) => Place.parse(await page.evaluate('({ ...document.activeElement.dataset })'))

/** The block a spreadsheet would bring: figures with separators, a dash, a line break in a cell, a row too many. */
function clipboard(page: Page, plain: string, html: string) {
  return page.evaluate(`navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([${JSON.stringify(plain)}], { type: 'text/plain' }),
    ${html === '' ? '' : `'text/html': new Blob([${JSON.stringify(html)}], { type: 'text/html' }),`}
  })])`)
}

/** 表格填报: a whole period of an office by keyboard alone, and a block of cells from a spreadsheet. */
export function grid(world: () => World): void {
  describe('the grid form', () => {
    it(
      'takes seventeen subjects by keyboard alone, at most two keys each beside the figures, and a pasted block',
      { timeout: 120_000 },
      async () => {
        const approver = await person(world(), 'dongqu-sh', '/review')
        const clerk = await person(world(), 'dongqu-tb', '/notices')
        await openSeventeen(clerk, approver)
        const { rows } = await readGrid(clerk)
        const wanted = figuresFor(open(rows))
        expect(wanted.size).toBeGreaterThanOrEqual(SUBJECTS)
        const { page, context } = clerk
        await page.goto(PATH)
        await page.locator('[data-grid] input:focus').waitFor()
        await expectAccessible(page, 'grid')

        const keys = counting(page)
        const filled = new Set<string>()
        for (let here = await at(page); !filled.has(`${here.row} ${here.field}`); here = await at(page)) {
          filled.add(`${here.row} ${here.field}`)
          await keys.type(wanted.get(here.row)?.[here.field] ?? '')
          await keys.press('Enter')
        }
        await keys.press('Control+Enter')
        await page.getByText(/^已存草稿 \d+ 项/).waitFor()
        await expect.poll(() => page.locator('[data-grid] tr[data-changed="true"]').count(), PATIENT).toBe(0)
        const saved = await readGrid(clerk)
        for (const [id, figures] of wanted) {
          const row = saved.rows.find(({ subject, period }) => `${subject}@${period}` === id)
          expect(row?.report?.entry, id).toMatchObject(figures)
        }
        await picture(page, 'grid-filled')

        const [first, second] = [...wanted.keys()]
        const cell = (id: string | undefined, field: string) =>
          page.locator(`[data-row="${id ?? ''}"][data-field="${field}"]`)
        await context.grantPermissions(['clipboard-read', 'clipboard-write'])
        const before = await cell(first, 'note').inputValue()
        const lines = Array.from({ length: 30 }, (_, index) => `第${index + 1}行`)
        const plain = lines.map((line, index) => (index === 0 ? `"回升\n向好"\t—` : `${line}\t无`)).join('\r\n')
        await clipboard(page, plain, '')
        await cell(first, 'note').focus()
        await page.keyboard.press('Control+V')
        await page.getByText(/超出表格下边的 \d+ 行/).waitFor()
        expect(await page.locator('[data-grid] [role=alert] textarea').last().inputValue()).toContain('第30行\t无')
        expect([await cell(first, 'note').inputValue(), await cell(first, 'problems').inputValue()]).toEqual([
          '回升\n向好',
          '',
        ])
        expect(await cell(second, 'problems').inputValue()).toBe('无')
        await page.keyboard.press('Control+Z')
        expect(await cell(first, 'note').inputValue(), 'a paste is one step').toBe(before)
        await clipboard(
          page,
          '1234.5\t—',
          '<table><tr><td>１，２３４．５</td><td>区统计局<br>快报</td></tr><tr><td>—</td></tr></table>',
        )
        await cell(first, 'value').focus()
        await page.keyboard.press('Control+V')
        const pasted = [cell(first, 'value'), cell(first, 'figureSource'), cell(second, 'value')]
        expect(await Promise.all(pasted.map((one) => one.inputValue()))).toEqual(['1234.5', '区统计局\n快报', '—'])
        await page.getByText('这不是数：没有发生的填0').waitFor()
        await page.keyboard.press('Control+Z')
        expect(await cell(second, 'value').inputValue()).toBe(wanted.get(second ?? '')?.['value'])

        await keys.press('Control+Shift+Enter')
        await page.locator('[data-grid] [role=status]', { hasText: /已提交审核 \d+ 项/ }).waitFor()
        await page.getByText(/^1 项（.*）没有提交：有错误、提示待说明/).waitFor()
        await page.locator('[data-said] input:focus').waitFor()
        await keys.type('新增入统企业，已与主管部门核对')
        await keys.press('Control+Shift+Enter')
        const submitted = page.locator('[data-grid] tr[data-state="submitted"]')
        await expect.poll(() => submitted.count(), PATIENT).toBeGreaterThanOrEqual(SUBJECTS)
        const { count } = keys
        process.stderr.write(
          `grid: ${wanted.size} subjects, ${count.typed} figures typed, ${count.keys} other keys, ${count.clicks} clicks\n`,
        )
        expect(count.keys + count.clicks).toBeLessThanOrEqual(2 * wanted.size)
        await page.setViewportSize(PHONE)
        await expectFits(page, 'grid')
        await picture(page, 'grid-phone')
        expect(clerk.faults).toEqual([])
        for (const one of [clerk, approver]) await one.context.close()
      },
    )

    it('asks only a qualitative target for the day it was done, and the keys pass over what is not asked', async () => {
      const { page, context, faults } = await person(world(), 'xiqu-tb', `/office/grid?region=510403&period=${PERIOD}`)
      const cells = (field: string) => page.locator(`[data-grid] [data-field="${field}"]`)
      await cells('doneOn').first().waitFor()
      const asked = await cells('doneOn').evaluateAll((inputs) => inputs.map((input) => input.dataset['row']))
      expect(asked).toEqual([`XQ-CY-T095@${PERIOD}`])
      const figures = await cells('value').evaluateAll((inputs) => inputs.map((input) => input.dataset['row']))
      expect(figures).not.toContain(asked[0])
      await cells('value').first().focus()
      const seen = [(await at(page)).row]
      for (let left = figures.length - 1; left > 0; left -= 1) {
        await page.keyboard.press('ArrowDown')
        seen.push((await at(page)).row)
      }
      expect(seen).toEqual(figures)
      await picture(page, 'grid-qualitative')
      expect(faults).toEqual([])
      await context.close()
    })
  })
}
