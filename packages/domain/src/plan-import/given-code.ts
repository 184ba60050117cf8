import { halfWidth } from '@lianxi/office-files/plain-number'
import { FactCode, SubjectCode } from '@lianxi/schema/codes'
import type { RowReader } from './row-reader'

/** The code a row states, in capitals and half width; undefined: none; null: one that cannot be used, which was said. */
export function findNamedCode(at: RowReader, kind: 'fact' | 'subject'): string | null | undefined {
  const { text } = at.cell('code')
  if (text === '') return undefined
  const code = halfWidth(text).replace(/\s/g, '').replace(/[—–_]/g, '-').toUpperCase()
  if ((kind === 'fact' ? FactCode : SubjectCode).safeParse(code).success) return code
  at.error(
    'code',
    `“${text}”不能作编号：请用大写字母、数字和连字符，如${kind === 'fact' ? 'PX-155' : 'PX-155-T001'}；也可以不填`,
  )
  return null
}
