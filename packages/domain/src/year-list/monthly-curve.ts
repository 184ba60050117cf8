import type { TypedFigure } from '../report/read-figure'

const WHAT = '应为十二个 0 至 100 的整数，逐月累计、不减少，十二月为100，用空格或顿号分开'

/**
 * A project's curve of the year as it is typed or pasted from a row of a sheet: cumulative percent of the year's plan by
 * the end of each month. Nothing typed is no curve: the plan is then due evenly.
 */
export function curveFigure(typed: string): TypedFigure<number[]> {
  const words = typed
    .normalize('NFKC')
    .split(/[\s、,;/]+/)
    .map((word) => word.replace(/%$/, ''))
    .filter((word) => word !== '')
  if (words.length === 0) return { ok: true, figure: null }
  if (words.length !== 12) return { ok: false, why: `${WHAT}；现有${words.length}个` }
  if (!words.every((word) => /^\d{1,3}$/.test(word))) return { ok: false, why: WHAT }
  const months = words.map(Number)
  const rising = months.every((percent, at) => percent >= (months[at - 1] ?? 0))
  return rising && months.at(-1) === 100 ? { ok: true, figure: months } : { ok: false, why: WHAT }
}
