import { describe, expect, it } from 'vitest'
import { expectAccessible, expectFits, PATIENT, PHONE, person, picture, type World } from '../support/people'

/** 占比算法 by hand: what a share is made of is kept as it was said, and taken back. */
export function share(world: () => World): void {
  describe('a share', () => {
    it('is said by its part and whole, refused by half, and reported again once it is taken back', async () => {
      const path = '/indicators?zone=Z-PX&at=I-TERT-SHARE'
      const { page, context, faults } = await person(world(), 'mishuchu', path)
      const form = page.getByRole('complementary', { name: '服务业增加值占地区生产总值比重' })
      const fields = ['分子指标编号', '分母数列', '分母范围'].map((label) => form.getByLabel(label, { exact: true }))
      const stands = () => Promise.all(fields.map((field) => field.inputValue()))
      const save = form.getByRole('button', { name: '保存' })
      const say = async (...words: string[]) => {
        for (const [at, field] of fields.entries()) await field.fill(words[at] ?? '')
      }
      await say('I-GDP', '地区生产总值')
      await form.getByText('都要填').waitFor()
      expect(await save.isDisabled()).toBe(true)
      await expectAccessible(page, 'half a share')

      await say('I-GDP-GR', '地区生产总值', '全省')
      await save.click()
      await form.getByText('增速和比率不能作分子').first().waitFor()
      await say('I-GDP', '地区生产总值', '全省')
      await save.click()
      await form.getByText('已保存').waitFor()
      await page.reload()
      await expect.poll(stands, PATIENT).toEqual(['I-GDP', '地区生产总值', '全省'])
      await picture(page, 'share')
      await page.setViewportSize(PHONE)
      await expectFits(page, 'a share on a phone')
      await picture(page, 'share-phone')

      await say()
      await save.click()
      await form.getByText('已保存').waitFor()
      await expect
        .poll(async () => {
          await page.reload()
          return stands()
        }, PATIENT)
        .toEqual(['', '', ''])
      expect(faults).toEqual([])
      await context.close()
    })
  })
}
