import { expect, it } from 'vitest'
import { attachment, fileName } from './attachment'

it('names a file by whose it is, what and when, with no sign that a disk refuses', () => {
  expect(fileName(['攀西经济区', '目标清单', '2025年三季度', '口径 2025-07-14 12:00'], 'xlsx')).toBe(
    '攀西经济区 目标清单 2025年三季度 口径 2025-07-14 1200.xlsx',
  )
  expect(fileName(['a/b:c', undefined], 'docx')).toBe('abc.docx')
})

it('says it twice, for the browsers that read any name and for those that do not', () => {
  expect(attachment("目标 '1'.xlsx", 'export.xlsx')).toBe(
    `attachment; filename="export.xlsx"; filename*=UTF-8''%E7%9B%AE%E6%A0%87%20%271%27.xlsx`,
  )
})
