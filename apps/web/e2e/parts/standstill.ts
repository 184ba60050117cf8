import { describe, expect, it } from 'vitest'
import { expectAccessible, person, picture, type World } from '../support/people'

/** A worker that stands still sends nothing: the open page says so by itself, and takes it back. */
export function standstill(world: () => World): void {
  describe('while the worker stands still', () => {
    it(
      'the open board says so, also to the administrator, and no longer when it is over',
      { timeout: 180_000 },
      async () => {
        const reader = await person(world(), 'mishuchu', '/board')
        const admin = await person(world(), 'admin', '/admin/stream')
        const trouble = reader.page.locator('[data-trouble]')
        const alive = admin.page.locator('[data-part="consumer"]').filter({ hasText: '正常' }).first()
        await alive.waitFor()
        const parts = await admin.page.locator('[data-part] td:first-child').allTextContents()
        expect(parts.filter((part) => /[a-z]/.test(part))).toEqual([])
        await expectAccessible(admin.page, 'the stream’s page')
        await reader.page.locator('[data-live="open"]').waitFor({ state: 'attached' })
        // What the test before left behind may still be said.
        await trouble.waitFor({ state: 'detached', timeout: 60_000 })

        world().system.signalWorker('SIGSTOP')
        try {
          await trouble.waitFor({ timeout: 60_000 })
          expect(await trouble.textContent()).toContain('汇总已停止')
          await picture(reader.page, 'board-standstill')
          await admin.page.reload()
          await admin.page.getByText('已无响应或已退出').first().waitFor()
          await picture(admin.page, 'admin-stream-standstill')
        } finally {
          world().system.signalWorker('SIGCONT')
        }
        await trouble.waitFor({ state: 'detached', timeout: 60_000 })
        for (const { context, faults } of [reader, admin]) {
          expect(faults).toEqual([])
          await context.close()
        }
      },
    )
  })
}
