import type { Comparator } from '@lianxi/schema/vocabulary'
import { grouped } from '../ui/format'

const SIGNS = {
  ge: '≥ ',
  gt: '> ',
  le: '≤ ',
  lt: '< ',
  eq: '',
  approx: '约 ',
  range: '',
  qualitative: '',
} satisfies Record<Comparator, string>

/** A promise in signs: `≥ 260`, `约 40`, `12–15`; without a number it is 定性. */
export function promised(comparator: Comparator, value: string | null, high: string | null): string {
  if (value === null) return '定性'
  return `${SIGNS[comparator]}${grouped(value)}${high === null ? '' : `–${grouped(high)}`}`
}

/** `第二章 第三节 专栏1`, as far as the plan's text says it. */
export function placeOf(source: { chapter: string | null; section: string | null; box: string | null }): string {
  return [source.chapter, source.section, source.box].filter((part) => part !== null && part !== '').join(' ')
}
