import { describe, expect, it } from 'vitest'
import { person, picture, type World } from '../support/people'

/** An office whose approver has something to approve in the demo's open quarter. */
const OFFICE = { clerk: 'dongqu-tb', approver: 'dongqu-sh' }

/** Kafka is gone while an office works: the web keeps taking reports, and everything arrives afterwards. */
export function outage(world: () => World): void {
  describe('while Kafka is gone', () => {
    it(
      'an office reports and approves as always; the board shows it when Kafka is back',
      { timeout: 120_000 },
      async () => {
        const clerk = await person(world(), OFFICE.clerk, '/office?period=2025Q3')
        const approver = await person(world(), OFFICE.approver, '/review')
        const line = approver.page.locator('tr[data-subject]').first()
        const subject = await line.getAttribute('data-subject')
        expect(subject, 'the demo leaves something to approve').not.toBeNull()

        world().system.signalBroker('SIGSTOP')
        try {
          await line.getByRole('button', { name: '通过' }).click()
          await approver.page.locator(`tr[data-subject="${subject}"]`).waitFor({ state: 'detached' })
          await clerk.page.goto(`/office?subject=${subject}&at=2025Q3`)
          await clerk.page.locator('[data-receipt="publishing"]').waitFor()
          await picture(clerk.page, 'office-kafka-gone')
        } finally {
          world().system.signalBroker('SIGCONT')
        }
        await clerk.page.locator('[data-receipt="on-board"]').waitFor({ timeout: 60_000 })
        for (const { context, faults } of [clerk, approver]) {
          expect(faults).toEqual([])
          await context.close()
        }
      },
    )
  })
}
