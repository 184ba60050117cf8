import { expect, it } from 'vitest'
import { lengthSaid } from './length-said'

it('counts near the limit and refuses beyond it, with by how much', () => {
  expect(lengthSaid('字'.repeat(449), 500)).toEqual({})
  expect(lengthSaid('字'.repeat(450), 500)).toEqual({ near: '已写 450 字，最多 500 字' })
  expect(lengthSaid('字'.repeat(500), 500)).toEqual({ near: '已写 500 字，最多 500 字' })
  expect(lengthSaid('字'.repeat(523), 500).tooLong).toBe('已写 523 字，超出 23 字，不能发出：请删减到 500 字以内。')
})
