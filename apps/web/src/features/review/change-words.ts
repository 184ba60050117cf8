import { grouped, withUnit } from '@lianxi/schema/figure-words'

/** `+17.6 亿元`, `−3 百分点`, `无变化`: a share, and how far a project is, change in points. `unit` null: of a project. */
export function changeWords(change: string, unit: string | null): string {
  const size = change.replace(/^-/, '')
  if (Number(size) === 0) return '无变化'
  const words = withUnit(grouped(size), unit === null || unit === '%' ? '百分点' : unit)
  return `${size === change ? '+' : '−'}${words}`
}
