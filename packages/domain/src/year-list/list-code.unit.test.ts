import { expect, it } from 'vitest'
import { listNameOf } from './list-code'

it.each([
  ['攀西经济区', '转型升级年度重点任务清单', '攀西经济区转型升级2026年度重点任务清单'],
  ['攀枝花市', '年度重点任务清单', '攀枝花市2026年度重点任务清单'],
  ['攀西经济区', null, '攀西经济区2026年度重点任务清单'],
  ['川南经济区', '一体化重点项目清单', '川南经济区2026年一体化重点项目清单'],
])('a list of %s that the mechanism calls %s is proposed as %s', (owner, listName, name) =>
  expect(listNameOf(owner, 2026, listName)).toBe(name),
)
