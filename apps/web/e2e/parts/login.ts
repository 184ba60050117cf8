import { describe, expect, it } from 'vitest'
import { expectAccessible, signIn, visitor, type World } from '../support/people'

/** The way in: a stranger is asked who he is and brought back; who guesses is kept out. */
export function login(world: () => World): void {
  describe('the login', () => {
    it('says 演示数据 and 非涉密, and asks a stranger to sign in and brings him back', async () => {
      const { page, context } = await visitor(world())
      await page.goto('/board/targets?period=2025Q2&show=late#main')
      expect(new URL(page.url()).searchParams.get('next')).toBe('/board/targets?period=2025Q2&show=late')
      for (const said of ['演示数据 · 演示时钟 2025-10-12 18:00', '非涉密系统'])
        await page.getByText(said).first().waitFor()
      await expectAccessible(page, 'login')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByText('请填写用户名和密码。').waitFor()
      await page.getByLabel('用户名').fill('nobody-here')
      await page.getByLabel('密码').fill('wrong-password')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByText('用户名或密码不正确').waitFor()
      await expectAccessible(page, 'login refused')
      await signIn(page, world(), 'jiandu')
      expect(page.url()).toMatch(/\/board\/targets\?period=2025Q2&show=late#main$/)
      await context.close()
    })

    it('locks an account that is guessed at, and says for how long', async () => {
      const { page, context } = await visitor(world())
      await page.goto('/login')
      await page.getByLabel('用户名').fill('sheng-fgw') // nobody's in these stories: it stays locked
      const refused = page.locator('#login-error')
      for (let attempt = 1; attempt <= 6; attempt += 1) {
        await page.getByLabel('密码').fill(`wrong-password-${attempt}`)
        const answer = page.waitForResponse('**/api/auth/sign-in/username')
        await page.getByRole('button', { name: '登录' }).click()
        await answer
        await refused.getByText(/./).first().waitFor()
      }
      await refused.getByText(/输错次数过多，请\d+分钟后再试/).waitFor()
      await context.close()
    })
  })
}
