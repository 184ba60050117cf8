import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, visitor, type World } from '../support/people'
import { ownEnvironment } from '../support/env'

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..')
/** One motorway in two zones' plans. */
const [OURS, THEIRS] = ['PX-145-P233', 'CN-145-P253']

/** 川南 beside 攀西, by data alone; its people have the demo's password. */
async function switchOnSecondZone({ system }: World): Promise<void> {
  const args = ['--import', 'tsx', 'tooling/demo/src/zone/main.ts', 'Z-CN']
  const env = { ...ownEnvironment('', 1), DATABASE_URL: system.database }
  const child = spawn('node', args, { cwd: REPOSITORY, env, stdio: 'ignore' })
  expect(await once(child, 'exit')).toEqual([0, null])
}

async function secondSecretariat(world: World, where: string) {
  const someone = await visitor(world)
  const { page } = someone
  await page.goto(where)
  await page.getByLabel('用户名').fill('cn-mishuchu')
  await page.getByLabel('密码').fill(world.system.passwordOf('mishuchu'))
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login'))
  return someone
}

/** A region of another zone is invited, its zone accepts, and both see the parts side by side. */
export function partners(world: () => World): void {
  describe('a project two zones share', () => {
    it('is found in both, offered a part, accepted in words, and seen by both', { timeout: 120_000 }, async () => {
      await switchOnSecondZone(world())
      const ours = await person(world(), 'mishuchu', `/board/projects/${OURS}`)
      const { page } = ours
      const found = page.locator('table[data-list="elsewhere"] tbody tr', { hasText: THEIRS })
      await found.getByText('待认定').waitFor()
      await found.getByText('认定', { exact: true }).last().click()
      await found.getByRole('textbox', { name: '认定理由' }).fill('名称和起止点相同')
      await found.getByRole('button', { name: '是同一项目', exact: true }).click()
      await found.getByText('对方尚未认定').waitFor()

      await page.getByText('邀请外区合作', { exact: true }).click()
      const form = page.locator('details[open]').last()
      await form.getByLabel('对方经济区').selectOption('Z-CN')
      const partner = form.getByLabel('合作方')
      await expect.poll(() => partner.locator('option[value="511500"]').count()).toBe(1)
      await partner.selectOption('511500')
      await form.getByLabel('承担部分').fill('宜宾境内段')
      await form.getByLabel('投入').fill('资本金12亿元')
      await form.getByLabel(/占全项目比例/).fill('30')
      await form.getByLabel('依据').fill('两区办公室会商纪要')
      await form.getByRole('button', { name: '发出邀请' }).click()
      await page.locator('[data-state="asked"]').waitFor()
      await expectAccessible(page, 'a project with an invited partner')
      await picture(page, 'partner-invited')

      const theirs = await secondSecretariat(world(), '/projects/partners')
      const invitation = theirs.page.locator('article', { hasText: '宜宾境内段' })
      await invitation.getByRole('textbox', { name: '答复意见' }).fill('同意，市交通运输局承办')
      await picture(theirs.page, 'partner-answer')
      await invitation.getByRole('button', { name: '接受' }).click()
      await theirs.page.locator('[data-state="standing"]').waitFor()
      await invitation.getByText('指明本区对应的项目').click()
      await invitation.getByLabel('本区项目编号').fill(THEIRS)
      await invitation.getByRole('button', { name: '指明', exact: true }).click()
      await invitation.getByText('对应的登记').waitFor()
      await expectAccessible(theirs.page, 'the projects of two zones')
      for (const [screen, size] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        await theirs.page.setViewportSize(size)
        await expectFits(theirs.page, `the projects of two zones on a ${screen}`)
        await picture(theirs.page, `partner-shared-${screen}`)
      }

      await page.goto(`/board/projects/${OURS}#partners`)
      const standing = page.locator('[data-state="standing"]')
      await standing.getByText('同意，市交通运输局承办').waitFor()
      expect(await standing.locator('table[data-list="shared-parts"] tbody tr').count()).toBeGreaterThanOrEqual(2)
      await found.getByText('两区均认定为同一项目').waitFor()
      await picture(page, 'partner-standing')
      for (const { context, faults } of [ours, theirs]) {
        expect(faults).toEqual([])
        await context.close()
      }
    })
  })
}
