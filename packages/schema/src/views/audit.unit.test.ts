import { expect, it } from 'vitest'
import { auditWords } from './audit'

it('says what was done in the field’s words, and an unknown deed as it is written', () => {
  expect(auditWords('admin.accounts.resetPassword')).toBe('账号：重设密码')
  expect(auditWords('demo.seed')).toBe('演示数据：写入')
  expect(auditWords('planImport.apply')).toBe('规划导入：导入')
  expect(auditWords('yearList.somethingNew')).toBe('年度清单：somethingNew')
  expect(auditWords('other')).toBe('other')
})
