import type { ParkedReason } from './parked-reason'

type Read<T> = { ok: true; value: T } | { ok: false; reason: ParkedReason; detail: string }

/** Deeper than any contract of ours; a hostile value may nest a hundred thousand brackets. */
const MAX_DEPTH = 12
const NOT_JSON = '消息内容不是完整有效的 JSON，请检查是否被截断，或引号、逗号、括号有误。'
const BYTE_ORDER_MARK = '消息内容以字节顺序标记（BOM）开头，不是有效的 JSON，请去掉该标记。'
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes as text; undefined if they are not UTF-8. */
export function findText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined // the decoder's only complaint is the one the caller asks about
  }
}

/** `plain`: every number is written as JavaScript writes it, so these bytes say the same to whoever reads them. */
type Json = { ok: true; value: unknown; plain: boolean } | Extract<Read<unknown>, { ok: false }>

/** Reads bytes as one JSON value whose every key counts: no duplicate keys, no `__proto__`, no abyss. */
export function readJson(bytes: Uint8Array | null): Json {
  if (bytes === null || bytes.length === 0)
    return { ok: false, reason: 'no-data', detail: '消息没有内容；约定中没有以空消息表示删除的做法。' }
  const text = findText(bytes)
  if (text === undefined)
    return {
      ok: false,
      reason: 'not-utf8',
      detail: '消息内容不是有效的 UTF-8 文本，请检查发送程序的字符编码（如误用 GBK）或压缩设置。',
    }
  const { members, depth, plain } = measure(text)
  if (depth > MAX_DEPTH)
    return { ok: false, reason: 'bad-json', detail: `JSON 嵌套超过${MAX_DEPTH}层，约定中没有这样深的内容。` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, reason: 'not-json', detail: text.startsWith('\u{feff}') ? BYTE_ORDER_MARK : NOT_JSON }
  }
  const keys = countKeys(value)
  if (keys === undefined) return { ok: false, reason: 'bad-json', detail: 'JSON 含有禁用的键 __proto__，请删去。' }
  if (keys !== members)
    return {
      ok: false,
      reason: 'bad-json',
      detail: 'JSON 的同一对象中有重复的键，无法判断以哪一个为准，请只保留一个。',
    }
  return { ok: true, value, plain }
}

/**
 * Colons and bracket depth outside of strings, and whether a number has a fraction or an exponent. Only valid JSON gets a
 * meaning from it: one colon a member.
 */
function measure(text: string): { members: number; depth: number; plain: boolean } {
  let members = 0
  let depth = 0
  let deepest = 0
  let plain = true
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = endOfString(text, at)
        break
      case 0x3a:
        members += 1
        break
      case 0x5b:
      case 0x7b:
        depth += 1
        if (depth > deepest) deepest = depth
        break
      case 0x5d:
      case 0x7d:
        depth -= 1
        break
      case 0x2e:
      case 0x45:
        plain = false
        break
      case 0x65: // of an exponent, or of true and false
        if (isDigit(text.charCodeAt(at - 1))) plain = false
        break
    }
  }
  return { members, depth: deepest, plain }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Position of the quote that ends the string opened at `at`; the text's end where none does. */
function endOfString(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1)
  while (quote !== -1) {
    let backslashes = 0
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1
    if (backslashes % 2 === 0) return quote
    quote = text.indexOf('"', quote + 1)
  }
  return text.length
}

/** Keys of all objects that survived parsing: fewer than members in the text means duplicates. Undefined: `__proto__`. */
function countKeys(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  if (Object.hasOwn(value, '__proto__')) return undefined
  let sum = own
  const children: unknown[] = Object.values(value)
  for (const child of children) {
    const keys = countKeys(child)
    if (keys === undefined) return undefined
    sum += keys
  }
  return sum
}
