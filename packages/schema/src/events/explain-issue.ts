import type { z } from 'zod'

/** Zod's names of types, as the people who write a region's interface say them. */
const TYPES = new Map([
  ['string', '文本'],
  ['number', '数字'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '数组'],
  ['object', '对象'],
])
const FORMATS = new Map([
  ['datetime', '应为 UTC 时刻，如 2025-10-12T10:00:00.000Z'],
  ['date', '应为存在的日期，如 2025-10-15'],
  ['safeint', '应为整数，且不超过 9007199254740991'],
])

/**
 * What a contract's rule has to say about a value, in Chinese and without the place; for rules that bring no words of
 * their own. Nothing of the message is quoted but names of unknown fields.
 */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '缺少此项'
        : `应为${TYPES.get(issue.expected) ?? issue.expected}，实际为${typeOf(issue.input)}`
    case 'unrecognized_keys':
      return `含有约定之外的字段${issue.keys.slice(0, 3).map(quote).join('')}${issue.keys.length > 3 ? `等${issue.keys.length}个` : ''}`
    case 'invalid_value':
      return issue.input === undefined ? '缺少此项' : `应为以下之一：${issue.values.map(String).join('、')}`
    case 'too_big':
      return `不超过 ${Number(issue.maximum)}${UNITS.get(issue.origin) ?? ''}`
    case 'too_small':
      return `不少于 ${Number(issue.minimum)}${UNITS.get(issue.origin) ?? ''}`
    case 'invalid_format':
      return FORMATS.get(issue.format) ?? '编号或格式不符合约定'
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return '不符合约定'
  }
}

const UNITS = new Map<string, string>([
  ['string', ' 字'],
  ['array', ' 项'],
])

function typeOf(input: unknown): string {
  if (input === null) return '空值 null'
  if (typeof input === 'boolean') return input ? ' true' : ' false'
  if (typeof input === 'number' && !Number.isInteger(input)) return '小数'
  const type = Array.isArray(input) ? 'array' : typeof input
  return TYPES.get(type) ?? type
}

/** Text somebody else wrote, inside a sentence of ours: short, and in quotation marks. */
export const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
