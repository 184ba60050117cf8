import { createTestProducer } from '@lianxi/testkit/kafka/producer'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DESK, expectAccessible, expectFits, person, PHONE, picture, type World } from '../support/people'

const REGION = { code: '510403', clerk: 'xiqu-tb' }
const HOSTILE = '<script>document.title="taken"</script>\u0000\u202e'

/** On a region's topic, what no worker can take; by the relay's user, because only a direct channel may write itself. */
async function sendRubbish({ system }: World): Promise<void> {
  const producer = await createTestProducer({ username: 'relay', services: system.kafka })
  await producer.send(`lianxi.${REGION.code}.target.v1`, [
    { key: 'XQ-CY-T001', value: '{"value": 1', headers: { ce_id: 'x' } },
    { key: HOSTILE, value: HOSTILE, headers: { ce_type: ['a', 'b'], [HOSTILE]: HOSTILE } },
    { key: null, value: Buffer.from([0xff, 0xfe, 0x00, 0x41]) },
  ])
  await producer.disconnect()
}

async function look(page: Page, name: string): Promise<void> {
  await page.locator('h1').waitFor()
  await expectAccessible(page, name)
  for (const [screen, size] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(size)
    await expectFits(page, `${name} on a ${screen}`)
    await picture(page, `${screen}-${name}`)
  }
  await page.setViewportSize(DESK)
}

/** A region's system sends what cannot be taken: the region sees it, the administrator works it off. */
export function parked(world: () => World): void {
  describe('messages that could not be taken', () => {
    it('are told to the region, with reasons, and can be fetched by it alone', { timeout: 90_000 }, async () => {
      const { page, context, faults } = await person(world(), REGION.clerk, '/office')
      await sendRubbish(world())
      // The pages of an office follow the board; a parked message is noticed at the next look.
      await expect
        .poll(async () => (await page.reload(), page.getByText('您的系统有 3 条消息未能入库').count()), {
          timeout: 30_000,
        })
        .toBe(1)
      await picture(page, 'office-parked-notice')
      await page.getByRole('link', { name: '查看原因和处理办法' }).click()
      await page.waitForURL('**/office/parked**')
      await look(page, 'office-parked')
      const request = page.context().request
      const fetched = await request.get(`/api/parked?zone=Z-PX&region=${REGION.code}`)
      expect(fetched.headers()['content-disposition']).toContain('attachment')
      expect(await fetched.json()).toMatchObject({
        messages: [{ offset: expect.any(String) as string }, {}, {}],
        next: null,
      })
      expect((await request.get('/api/parked?zone=Z-PX&region=513400')).status()).toBe(403)
      expect((await request.get('/api/parked?zone=Z-PX')).status()).toBe(400)
      expect((await request.get('/admin/parked')).status()).toBe(404)
      expect(faults).toEqual([])
      await context.close()
    })

    it('are shown safely, retried, discarded with a reason and taken back', { timeout: 120_000 }, async () => {
      const { page, context, faults } = await person(world(), 'admin', `/admin/parked?region=${REGION.code}`)
      await look(page, 'admin-parked')
      await page.getByRole('link', { name: '信封（消息头）不符合约定' }).nth(1).click()
      await page.waitForURL('**/admin/parked/*')
      await look(page, 'admin-parked-message')
      expect(await page.title()).not.toContain('taken')
      await page.getByRole('region', { name: '消息原文' }).getByText('</script>⟨U+0000⟩⟨U+202E⟩').waitFor()
      const download = await page.context().request.get(`/api/parked/${new URL(page.url()).pathname.split('/').at(-1)}`)
      expect(download.headers()).toMatchObject({
        'content-type': 'application/octet-stream',
        'x-content-type-options': 'nosniff',
      })
      expect((await download.body()).toString()).toBe(HOSTILE)

      await page.goto(`/admin/parked?region=${REGION.code}`)
      await page.getByLabel('全选本页').check()
      await page.getByRole('button', { name: '重试所选（3）' }).click()
      await page.getByText('已办完（3 条仍未入库）').waitFor()
      await page.getByLabel('全选本页').check()
      await page.getByRole('button', { name: '舍弃所选（3）' }).click()
      await page.getByRole('button', { name: '确认舍弃 3 条' }).click()
      await page.getByText('请说明原因。').first().waitFor()
      await page.getByLabel('常用原因').selectOption({ index: 1 })
      await picture(page, 'admin-parked-discard')
      await page.getByRole('button', { name: '确认舍弃 3 条' }).click()
      await page.getByText('已办完（3 条已舍弃）').waitFor()

      const clerk = await person(world(), REGION.clerk, '/office/parked?state=discarded')
      await clerk.page.getByText('已舍弃：测试数据，不应入库。').first().waitFor()
      await clerk.page.goto('/office')
      expect(await clerk.page.getByText('条消息未能入库').count()).toBe(0)
      await clerk.context.close()

      await page.goto(`/admin/parked?region=${REGION.code}&state=discarded`)
      await page.getByLabel('全选本页').check()
      await page.getByRole('button', { name: '恢复为待处理（3）' }).click()
      await page.getByText('已办完（3 条已恢复为待处理）').waitFor()
      expect(faults).toEqual([])
      await context.close()
    })
  })
}
