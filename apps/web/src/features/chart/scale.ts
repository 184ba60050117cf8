import { monthsElapsed, yearOf } from '@lianxi/schema/period'

/** Drawing only: positions are pixels, so floats are allowed here and nowhere else. */
export type Point = { period: string; value: number }
export type Series = { name: string; points: Point[] }

/** Months since year 0 at a period's end; puts quarters, halves and years on one axis. */
export const monthOf = (period: string): number => yearOf(period) * 12 + monthsElapsed(period)

/** A step of 1, 2 or 5 times a power of ten that cuts the span into at most five. */
export function stepOf(span: number): number {
  const rough = Math.max(span, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10
  return step * power
}

/** Ends of the value axis: from zero where zero is near, else around the values. */
export function rangeOf(values: number[]): { low: number; high: number; step: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const fromZero = least >= 0 && least <= most * 0.6
  const step = stepOf(most - (fromZero ? 0 : least) || Math.abs(most) || 1)
  const low = fromZero ? 0 : Math.floor(least / step) * step
  const high = Math.max(Math.ceil(most / step) * step, low + step)
  return { low, high, step }
}

/** Year-to-date figures begin anew each year: the line breaks there. */
export function segmentsOf(points: Point[], breakYears: boolean): Point[][] {
  const ordered = [...points].sort((a, b) => monthOf(a.period) - monthOf(b.period))
  if (!breakYears) return [ordered]
  const years = [...new Set(ordered.map(({ period }) => yearOf(period)))]
  return years.map((year) => ordered.filter(({ period }) => yearOf(period) === year))
}

/** Pixels of a drawing: the left end of a text's base line and how long it is, or a point of a line. */
type Pixel = { x: number; y: number }
type Text = Pixel & { width: number }

const ABOVE = 11
const BELOW = 4

/** How much of a line lies behind a text, in pixels. */
const behind = ({ x, y, width }: Text, line: readonly Pixel[]): number =>
  line.slice(1).reduce((sum, to, at) => {
    const from = line[at] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)))
    const hits = Array.from({ length: steps + 1 }, (_, n) => n / steps).filter((share) => {
      const [atX, atY] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
      return atX >= x - BELOW && atX <= x + width + BELOW && atY >= y - ABOVE && atY <= y + BELOW
    })
    return sum + hits.length
  }, 0)

/** The first of several places for a text behind which the least of the lines lies. */
export const freestOf = (places: readonly [Text, ...Text[]], lines: readonly (readonly Pixel[])[]): Text => {
  const covered = (place: Text) => lines.reduce((sum, line) => sum + behind(place, line), 0)
  return places.reduce((best, place) => (covered(place) < covered(best) ? place : best))
}
