import { periodLabel, yearOf } from '@lianxi/schema/period'
import type { CoursePoint, CourseView } from '@lianxi/schema/views/course'
import { grouped } from '../ui/format'
import type { ChartOption } from './draw-svg'

/** A figure that was corrected later: shown beside what stands. */
export type Corrected = { period: string; value: string }

/** Contrast of lines and text on white is at least 4.5; the two bands differ in lightness, so grey print keeps them. */
const INK = '#525d67'
const ACCENT = '#0f5c6e'
const BANDS = { onTrack: '#d3e4e8', behind: '#f3efe4' }
const BAND_EDGE = { color: '#8a949b', width: 1, type: [2, 2] as number[] }
const TEXT = { color: INK, fontSize: 12 }

type Row = { label: string; year: number; value: number | null; point: CoursePoint | null }
type Values = (number | null)[]
const number = (text: string | null | undefined): number | null => (typeof text === 'string' ? Number(text) : null)

/** The baseline before the first period, where the path begins. */
function rowsOf({ baseline, startsAnew, points }: CourseView): Row[] {
  const first = points[0]
  const start =
    baseline === null || startsAnew || first === undefined || yearOf(first.period) < baseline.year
      ? []
      : [{ label: `基期${baseline.year}`, year: baseline.year, value: Number(baseline.value), point: null }]
  const rows = points.map((point) => {
    const year = yearOf(point.period)
    return { label: periodLabel(point.period), year, value: number(point.value), point }
  })
  return [...start, ...rows]
}

/** Year-to-date lines break at each new year. */
function pieces(rows: readonly Row[], startsAnew: boolean, of: (row: Row) => number | null): Values[] {
  const years = startsAnew ? [...new Set(rows.map(({ year }) => year))] : [null]
  return years.map((year) => rows.map((row) => (year === null || row.year === year ? of(row) : null)))
}

const expectedOf = ({ point, value }: Row): number | null => (point === null ? value : number(point.expected))

/** 基本符合预期 and 滞后 as areas between the limits; of what should fall the limits lie the other way round. */
function bandsOf(rows: readonly Row[], startsAnew: boolean): ChartOption['series'] & object[] {
  const limit = (name: 'ahead' | 'onTrack' | 'behind') =>
    pieces(rows, startsAnew, ({ point }) => number(point?.limits?.[name]))
  const [ahead, onTrack, behind] = [limit('ahead'), limit('onTrack'), limit('behind')]
  return onTrack.flatMap((middle, piece) => {
    const [upper, lower] = [ahead[piece] ?? [], behind[piece] ?? []]
    const falls = middle.some((_, at) => (upper[at] ?? 0) < (lower[at] ?? 0))
    const [low, high] = falls ? [upper, lower] : [lower, upper]
    const colors = falls ? [BANDS.onTrack, BANDS.behind] : [BANDS.behind, BANDS.onTrack]
    const over = (a: Values, b: Values): Values => a.map((one, at) => (one === null ? null : one - (b[at] ?? 0)))
    const area = {
      type: 'line' as const,
      stack: `band${piece}`,
      stackStrategy: 'all' as const,
      symbol: 'none',
      silent: true,
    }
    return [
      { ...area, data: low, lineStyle: BAND_EDGE, z: 1 },
      { ...area, data: over(middle, low), lineStyle: BAND_EDGE, areaStyle: { color: colors[0], opacity: 1 }, z: 1 },
      { ...area, data: over(high, middle), lineStyle: BAND_EDGE, areaStyle: { color: colors[1], opacity: 1 }, z: 1 },
    ]
  })
}

/** What a chart of a course draws; undefined: there is nothing to draw. */
export function courseOption(course: CourseView, corrected: readonly Corrected[]): ChartOption | undefined {
  const { startsAnew, target, measured, points } = course
  const rows = rowsOf(course)
  if (!points.some(({ value, expected }) => value !== null || expected !== null)) return undefined
  const line = { type: 'line' as const, silent: true, connectNulls: true }
  const expected = pieces(rows, startsAnew, expectedOf).map((data) => ({
    ...{ ...line, data, symbol: 'none', z: 3 },
    lineStyle: { color: INK, width: 1.5, type: 'dashed' as const },
  }))
  const reached = pieces(rows, startsAnew, ({ point, value }) => (point === null ? null : value)).map((data) => ({
    ...{ ...line, data, symbol: 'circle', symbolSize: 6, z: 5 },
    ...{ lineStyle: { color: ACCENT, width: 2 }, itemStyle: { color: ACCENT } },
  }))
  const before = rows.flatMap(({ point }, at) =>
    corrected.flatMap(({ period, value }) => (point?.period === period ? [[at, Number(value)]] : [])),
  )
  const goal =
    target === null || startsAnew || measured === 'investment'
      ? []
      : [goalLine(Number(target.value), target, valuesOf(rows))]
  return {
    textStyle: { fontFamily: 'sans-serif' },
    grid: { left: 12, right: 16, top: 24, bottom: 12, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...{ type: 'category', data: rows.map(({ label }) => label), boundaryGap: true },
      axisLabel: { ...TEXT, interval: 0, formatter: (_label: string, at: number) => axisLabel(rows, at) },
      ...{ axisTick: { show: false }, axisLine: { onZero: false, lineStyle: { color: '#b3bcc3' } } },
    },
    yAxis: {
      ...(startsAnew && !points.some(({ value }) => Number(value ?? 0) < 0) && { min: 0 }),
      ...{ type: 'value', scale: !startsAnew, splitNumber: 4, splitLine: { lineStyle: { color: '#e9edef' } } },
      axisLabel: { ...TEXT, formatter: (value: number) => grouped(String(Number(value.toPrecision(10)))) },
    },
    series: [
      ...bandsOf(rows, startsAnew),
      ...expected,
      ...reached,
      ...goal,
      {
        ...{ type: 'scatter', data: before, symbol: 'emptyCircle', symbolSize: 8, silent: true, z: 4 },
        itemStyle: { color: INK },
      },
    ],
  }
}

const MANY = 12

/** The year under the middle of its periods; every period would not fit. */
function axisLabel(rows: readonly Row[], at: number): string {
  const row = rows[at]
  if (row === undefined) return ''
  if (row.point === null) return rows.length > MANY ? '基期' : row.label
  const first = rows.findIndex((one) => one.point !== null && one.year === row.year)
  const last = rows.findLastIndex((one) => one.point !== null && one.year === row.year)
  return at === Math.floor((first + last) / 2) ? `${row.year}` : ''
}

const valuesOf = (rows: readonly Row[]): Values[] =>
  rows.map((row) => {
    const { ahead, onTrack, behind } = row.point?.limits ?? {}
    return [row.value, expectedOf(row), ...[ahead, onTrack, behind].map(number)]
  })

/** About as high as a line of text, as a share of the drawing. */
const LINE_OF_TEXT = 0.12

/**
 * Where the words of the goal's line stand: at the end and on the side of it where the fewest values are. They take about
 * the third of the periods there.
 */
export function goalPlace(columns: readonly Values[], goal: number) {
  const all = columns.flat().flatMap((value) => (value === null ? [] : [value]))
  const height = (Math.max(...all, goal) - Math.min(...all, goal)) * LINE_OF_TEXT
  const third = Math.max(1, Math.ceil(columns.length / 3))
  const places = [
    ['insideStartTop', columns.slice(0, third), 1],
    ['insideEndTop', columns.slice(-third), 1],
    ['insideStartBottom', columns.slice(0, third), -1],
    ['insideEndBottom', columns.slice(-third), -1],
  ] as const
  const hits = ([, near, side]: (typeof places)[number]) =>
    near.flat().filter((value) => value !== null && (value - goal) * side >= 0 && (value - goal) * side <= height)
      .length
  return places.reduce((best, place) => (hits(place) < hits(best) ? place : best))[0]
}

const goalLine = (value: number, { year }: { year: number }, columns: readonly Values[]) => ({
  ...{ type: 'line' as const, data: [], silent: true },
  markLine: {
    ...{ silent: true, symbol: 'none', z: 6, data: [{ yAxis: value }] },
    lineStyle: { color: '#1f2329', width: 1, type: 'solid' as const },
    label: {
      ...{ ...TEXT, backgroundColor: '#ffffff', padding: [1, 4], position: goalPlace(columns, value) },
      formatter: `${year}年目标 ${grouped(String(value))}`,
    },
  },
})
