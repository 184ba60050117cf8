import { cellText, type TypedRow } from '@lianxi/domain/report-sheet/typed-cell'
import type { CheckContext } from '@lianxi/schema/views/check-context'

type Asked = { row: { check: Pick<CheckContext, 'qualitative' | 'basis'> }; working: TypedRow }

/**
 * Whether a row is asked for a field: a qualitative target for the day it was done, and where its indicator has no figure,
 * for that alone. What stands in a cell although nobody asks can be seen there and taken out.
 */
export function isAsked({ row: { check }, working }: Asked, field: string): boolean {
  const { qualitative, basis } = check
  const asked = field === 'doneOn' ? qualitative : field !== 'value' || !(qualitative && basis === 'flag')
  return asked || cellText(working, field) !== ''
}
