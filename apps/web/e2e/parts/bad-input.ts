import { describe, expect, it } from 'vitest'
import { PATIENT, expectAccessible, person, picture, signIn, untilAtRest, type World } from '../support/people'

const formOf = (subject: string, period: string) => `/office?subject=${subject}&at=${period}`

/** What can go wrong at a form; each with its own sentence, and never with a loss. */
export function badInput(
  world: () => World,
  open: { user: string; subject: string; period: string; other: string },
): void {
  const address = formOf(open.subject, open.period)
  describe('bad input at the form', () => {
    it('says in words that a figure is no number, and what is out of range', async () => {
      const { page, context } = await person(world(), open.user, address)
      const value = page.getByLabel('本期完成值')
      await value.fill('大约三成')
      await page.getByRole('button', { name: '提交审核' }).click()
      await page.getByText('本期完成值应为数字').waitFor()
      expect(await value.getAttribute('aria-invalid')).toBe('true')
      await expect.poll(() => value.evaluate((input) => input === document.activeElement), PATIENT).toBe(true)
      await expectAccessible(page, 'form with errors')
      await picture(page, 'office-form-error')
      await value.fill('-5')
      await page.getByText('此指标不应为负数').waitFor()
      await value.fill('')
      await page.getByRole('button', { name: '放弃修改' }).click()
      await context.close()
    })

    it('refuses a closed period and another region’s item given by address', async () => {
      const { page, context } = await person(world(), open.user, formOf(open.subject, '2024Q1'))
      await page
        .getByText(/已关闭|已锁定|不能填报/)
        .first()
        .waitFor()
      expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0)
      await page.goto(formOf(open.other, open.period))
      await page.getByText('本单位没有这个事项的填报责任').waitFor()
      expect(await page.getByRole('button', { name: '提交审核' }).count()).toBe(0)
      await context.close()
    })

    it('keeps what was typed when the login runs out, and comes back to it', async () => {
      const { page, context } = await person(world(), open.user, address)
      await untilAtRest(page)
      await page.getByLabel('进展说明').fill('登录过期时正在写的话')
      await context.clearCookies()
      await page.getByRole('button', { name: '存草稿' }).click()
      await page.getByRole('alert').filter({ hasText: '登录已过期' }).waitFor()
      expect(await page.getByLabel('进展说明').inputValue()).toBe('登录过期时正在写的话')
      await page.getByRole('button', { name: '重新登录' }).click()
      await page.waitForURL(/\/login/)
      await expectAccessible(page, 'login after expiry')
      await signIn(page, world(), open.user)
      expect(new URL(page.url()).pathname).toBe('/office')
      await expect.poll(() => page.getByLabel('进展说明').inputValue(), PATIENT).toBe('登录过期时正在写的话')
      await page.getByRole('button', { name: '存草稿' }).click()
      await page.getByText(/草稿已存/).waitFor()
      await context.close()
    })

    it('keeps what was typed when the network is gone, and sends it once when it is back', async () => {
      const { page, context } = await person(world(), open.user, address)
      await page.getByLabel('进展说明').fill('断网时写的话')
      await context.setOffline(true)
      // What the open page asks of itself just then must not put the browser's error page over the form.
      await page.evaluate('window.next.router.refresh()')
      await page.getByText('连不上系统').waitFor()
      await page.getByRole('button', { name: '存草稿' }).click()
      await page.getByText('网络不通').waitFor()
      await context.setOffline(false)
      await page.getByText('连不上系统').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: '重试' }).click()
      await page.getByText(/草稿已存/).waitFor()
      await context.close()
    })

    it('does one submission when the button is pressed twice', async () => {
      const { page, context } = await person(world(), open.user, address)
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('report.saveDraft')) sent.push(request.url())
      })
      await page.getByLabel('进展说明').fill('连按两下')
      await page.getByRole('button', { name: '存草稿' }).dblclick()
      await page.getByText(/草稿已存/).waitFor()
      expect(sent).toHaveLength(1)
      await context.close()
    })
  })

  describe('two people on one report', () => {
    it('shows both texts and lets a person decide', async () => {
      const first = await person(world(), open.user, address)
      const second = await person(world(), open.user.replace('-tb', '-tc'), address)
      await second.page.getByLabel('进展说明').fill('统筹人写的')
      await first.page.getByLabel('进展说明').fill('填报人写的')
      await first.page.getByRole('button', { name: '存草稿' }).click()
      await first.page.getByText(/草稿已存/).waitFor()
      await second.page.getByRole('button', { name: '存草稿' }).click()
      const mine = second.page.getByRole('region', { name: '您的内容' })
      await mine.waitFor()
      expect(await mine.textContent()).toContain('统筹人写的')
      expect(await second.page.getByRole('region', { name: '对方的内容' }).textContent()).toContain('填报人写的')
      await expectAccessible(second.page, 'conflict')
      await picture(second.page, 'office-conflict')
      await second.page.getByRole('button', { name: '用我的继续填' }).click()
      await second.page.getByRole('button', { name: '存草稿' }).click()
      await second.page.getByText(/草稿已存/).waitFor()
      for (const { context } of [first, second]) await context.close()
    })

    it('tells the approver of a report that was withdrawn meanwhile, although it is listed no more', async () => {
      const NAME = '西区老工业文化教育阵地打造项目'
      const approver = await person(world(), 'xiqu-sh', '/review')
      const clerk = await person(world(), 'xiqu-tb', '/office')
      await clerk.page.getByRole('link', { name: NAME }).click()
      await clerk.page.getByRole('button', { name: '撤回' }).click()
      await clerk.page.getByRole('button', { name: '提交审核' }).waitFor()
      const row = approver.page.locator('tr', { hasText: NAME })
      await row.getByRole('button', { name: '通过', exact: true }).click()
      await approver.page.getByText(`“${NAME}”没有办理，现已不在本页`).waitFor()
      expect([await row.count(), await approver.page.getByText('已审核通过并报送').count()]).toEqual([0, 0])
      await clerk.page.getByRole('button', { name: '提交审核' }).click()
      await clerk.page.getByText('等待审核').waitFor()
      for (const { context } of [approver, clerk]) await context.close()
    })
  })
}
