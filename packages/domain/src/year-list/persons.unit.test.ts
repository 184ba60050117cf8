import type { Responsibility } from '@lianxi/schema/views/responsibility'
import { expect, it } from 'vitest'
import { personsOf } from './persons'

const item = (change: Partial<Responsibility>): Responsibility => ({
  ...{ subject: 'XQ-145-T001', name: '旅游收入', kind: 'target', attribute: 'key', deadline: '2026-12-31', lists: [] },
  region: { code: '510403', name: '西区', shortName: '西区' },
  ...{ roles: ['reports', 'leads'], leader: '', person: '', frequency: 'quarter', from: null, due: [] },
  ...change,
})
const bureau = { body: { code: '510403-TJJ', name: '区统计局' } }

it('names a person once a body and role, with all items; whoever only reports or shares answers for nobody’s lead', () => {
  const items = [
    item({ person: '李工', leader: '王副区长' }),
    item({ name: '投资', person: '李工' }),
    item({ name: '就业', person: '李工', roles: ['shares'] }),
  ]
  expect(personsOf([{ ...bureau, items }])).toEqual([
    { person: '王副区长', body: '区统计局', role: '牵头领导', items: ['旅游收入（西区）'] },
    { person: '李工', body: '区统计局', role: '责任人', items: ['旅游收入（西区）', '投资（西区）'] },
  ])
})
