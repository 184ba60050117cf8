import { describe, expect, it } from 'vitest'
import { expectAccessible, person, picture, type World } from '../support/people'

/** A percentage that 西区 still owes in the demo's open quarter. */
const OPEN = { subject: 'XQ-CY-T001', name: '工业增加值年均增速', period: '2025Q3' }
const VALUE = '7.9'
const OBJECTION = '口径正在与统计局核实'

/** Remembers the first thing that is whole in sight, as what somebody reads; what grows above it scrolls along. */
const READING = `window.reading = [...document.querySelectorAll('main h2, main td, main li')]
  .find((one) => one.getBoundingClientRect().top >= 0)`
const PLACE = 'Math.round(window.reading.getBoundingClientRect().top)'

/** The whole way of one figure: form, second person, Kafka, the board that was open all the time, receipt. */
export function story(world: () => World): void {
  describe('a figure travels from 西区 to the joint meeting', () => {
    it(
      'is reported, approved by a second person, and drawn on the open board without reloading',
      { timeout: 120_000 },
      async () => {
        const secretariat = await person(world(), 'mishuchu', '/board?period=2025Q3')
        await secretariat.page.locator('[data-live="open"]').waitFor({ state: 'attached' })
        await secretariat.page.evaluate('window.stayed = true; window.scrollTo(0, 200)')
        await secretariat.page.evaluate(READING)
        const place: unknown = await secretariat.page.evaluate(PLACE)
        const tile = secretariat.page.getByRole('link', { name: /^西区 已报 \d+$/ })
        const before = Number(await tile.textContent())
        await tile.evaluate((link: HTMLElement) => link.focus({ preventScroll: true }))
        await secretariat.page.evaluate('window.focused = document.activeElement')
        const notDue = secretariat.page.locator('section[aria-labelledby="tile-510403"] [data-status="not-due"]')
        const unjudged = Number(/\d+/.exec((await notDue.textContent()) ?? '')?.[0])

        const clerk = await person(world(), 'xiqu-tb', `/office?subject=${OPEN.subject}&at=${OPEN.period}`)
        const form = clerk.page.locator('[data-report-form]')
        await form.getByLabel('本期完成值').fill(VALUE)
        await form.getByLabel('数据来源').fill('区统计局 季度快报')
        await form.getByLabel('进展说明').fill('前三季度规上工业稳步回升。')
        const foretold = form.locator('[data-status-preview] .sub')
        await foretold.waitFor()
        const sentence = (await foretold.textContent()) ?? ''
        await picture(clerk.page, 'office-form-filled')
        for (const ask of await form.getByPlaceholder('在此说明，随数据一并报送').all())
          await ask.fill('已与统计局核对')
        await clerk.page.getByRole('button', { name: '提交审核' }).click()
        await clerk.page.locator(`tr[data-subject="${OPEN.subject}"][data-state="submitted"]`).waitFor()

        const approver = await person(world(), 'xiqu-sh', '/review')
        const row = approver.page.locator(`tr[data-subject="${OPEN.subject}"]`)
        for (const said of [VALUE, sentence]) expect(await row.textContent()).toContain(said)
        await row.getByText(/^对“.*”有异议/).click()
        await row.getByLabel(/^异议/).fill(OBJECTION)
        await expectAccessible(approver.page, 'review')
        await picture(approver.page, 'review')
        await row.getByRole('button', { name: '通过' }).click()
        await row.waitFor({ state: 'detached' })

        await secretariat.page.getByRole('link', { name: `西区 已报 ${before + 1}` }).waitFor()
        await secretariat.page.getByText(/有新数据 18:00:\d\d/).waitFor()
        await notDue.filter({ hasText: `未到期 ${unjudged - 1}` }).waitFor()
        expect(await secretariat.page.evaluate('window.stayed'), 'the page was not loaded again').toBe(true)
        expect(await secretariat.page.evaluate(PLACE), 'nothing moved under the eyes').toBe(place)
        const kept = 'window.focused === document.activeElement && window.focused.ariaLabel'
        expect(await secretariat.page.evaluate(kept), 'focus stays').toBe(`西区 已报 ${before + 1}`)
        expect(await secretariat.page.locator('[data-recent] li').first().textContent()).toContain(OPEN.name)
        await picture(secretariat.page, 'board')

        await clerk.page.locator('[data-receipt="on-board"]').waitFor()
        expect(await clerk.page.locator('[data-receipt="on-board"]').textContent()).toMatch(/已入总览 18:00:\d\d/)
        await secretariat.page.goto(`/board/targets/${OPEN.subject}`)
        const report = secretariat.page.locator('[data-report]').first()
        for (const said of [VALUE, '审核', '填报', '区统计局 季度快报'])
          expect(await report.textContent()).toContain(said)
        const standing = secretariat.page.locator('section[aria-labelledby="standing"]')
        for (const said of [sentence, '西区发展和改革局', OBJECTION])
          expect(await standing.textContent(), 'what is said of the figure, as it was foretold').toContain(said)
        const slower = await person(world(), 'mishuchu', `/board/targets/${OPEN.subject}`)
        const theirs = slower.page.locator('section[aria-labelledby="standing"]')
        await theirs.getByText('答复异议').click()
        await theirs.getByLabel('理由', { exact: true }).fill('写到一半的答复')
        await standing.getByText('答复异议').click()
        await standing.getByLabel('理由', { exact: true }).fill('按公布口径判定')
        await expectAccessible(secretariat.page, 'answering an objection')
        await standing.getByRole('button', { name: '发布答复' }).click()
        await standing.getByText('答复：维持判定').waitFor()
        await theirs.getByText('已由联席会议办公室').waitFor()
        const words = await theirs.getByLabel('没有发出').inputValue()
        expect(words, 'who was slower keeps his words and reads who answered').toBe('写到一半的答复')
        await picture(secretariat.page, 'target')
        for (const { context, faults } of [secretariat, slower, clerk, approver]) {
          expect(faults).toEqual([])
          await context.close()
        }
      },
    )

    it('can be returned by the secretariat with a reason, and the clerk sees why', async () => {
      const part = `510403-${OPEN.period}`
      const secretariat = await person(world(), 'mishuchu', `/board/targets/${OPEN.subject}`)
      // The figure in 各期填报 leads to its report, folded as it is.
      await secretariat.page.locator(`a[href="#${part}"]`).click()
      const report = secretariat.page.locator(`[id="${part}"] [data-report]`).first()
      await report.getByRole('button', { name: '退回…' }).click()
      await report.getByRole('button', { name: '退回填报单位' }).click()
      await report.getByText('请写明退回原因。').waitFor()
      await report.getByLabel('常用原因').selectOption({ index: 1 })
      await expectAccessible(secretariat.page, 'returning')
      await report.getByRole('button', { name: '退回填报单位' }).click()
      await report.getByText('← 退回：口径与规划要求不一致').waitFor()

      const clerk = await person(world(), 'xiqu-tb', '/office')
      const line = clerk.page.locator(`tr[data-subject="${OPEN.subject}"]`)
      expect(await line.getAttribute('data-state')).toBe('returned')
      expect(await line.textContent()).toContain('口径与规划要求不一致')
      for (const { context } of [secretariat, clerk]) await context.close()
    })

    it('is corrected with a reason as a new revision', async () => {
      const clerk = await person(world(), 'xiqu-tb', `/office?subject=${OPEN.subject}&at=${OPEN.period}`)
      const form = clerk.page.locator('[data-report-form]')
      await form.getByLabel('本期完成值').fill('7.8')
      const reason = form.getByLabel('更正原因')
      expect(await reason.inputValue()).toContain('口径与规划要求不一致')
      await reason.fill('')
      await clerk.page.getByRole('button', { name: '提交审核' }).click()
      await form.getByText('请说明更正原因').waitFor()
      await reason.fill('按规上口径重新核算')
      await clerk.page.getByRole('button', { name: '提交审核' }).click()
      await clerk.page.locator(`tr[data-subject="${OPEN.subject}"][data-state="submitted"]`).waitFor()
      await clerk.context.close()
    })
  })
}
