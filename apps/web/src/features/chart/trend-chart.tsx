import { periodLabel, yearOf } from '@lianxi/schema/period'
import { grouped } from '@/features/ui/format'
import s from './chart.module.css'
import { freestOf, monthOf, rangeOf, segmentsOf, type Point, type Series } from './scale'

const WIDTH = 560
const HEIGHT = 168
const LEFT = 48
const RIGHT = 64
const TOP = 14
const BOTTOM = 22

type Props = {
  label: string
  series: Series[]
  /** What is promised, as a level. */
  level?: { value: number; label: string } | undefined
  /** Year-to-date figures begin anew each year. */
  breakYears?: boolean
  /** The point being typed. */
  next?: Point | undefined
}

type Axes = {
  x: (period: string) => number
  y: (value: number) => number
  low: number
  high: number
  step: number
  years: number[]
}

function axesOf({ series, level, next }: Props): Axes | undefined {
  const points = [...series.flatMap((line) => line.points), ...(next === undefined ? [] : [next])]
  if (points.length === 0) return undefined
  const months = points.map(({ period }) => monthOf(period))
  const first = Math.min(...months.map((month) => Math.floor((month - 1) / 12) * 12))
  const last = Math.max(...months, first + 12)
  const values = points.map(({ value }) => value)
  const { low, high, step } = rangeOf(level === undefined ? values : [...values, level.value])
  const years = [...new Set(months.map((month) => Math.floor((month - 1) / 12)))].sort((a, b) => a - b)
  return {
    x: (period) => LEFT + ((monthOf(period) - first) / (last - first)) * (WIDTH - LEFT - RIGHT),
    y: (value) => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM),
    ...{ low, high, step, years },
  }
}

function Grid({ axes }: { axes: Axes }) {
  const ticks = Array.from(
    { length: Math.round((axes.high - axes.low) / axes.step) + 1 },
    (_, n) => axes.low + n * axes.step,
  )
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={axes.y(tick)}
            y2={axes.y(tick)}
            className={tick === axes.low ? s.base : s.grid}
          />
          <text x={LEFT - 6} y={axes.y(tick) + 4} textAnchor="end">
            {grouped(String(Number(tick.toPrecision(8))))}
          </text>
        </g>
      ))}
      {axes.years.map((year) => (
        <text key={year} x={Math.max(axes.x(`${year}Q1`) - 6, LEFT)} y={HEIGHT - 6}>
          {year}
        </text>
      ))}
    </>
  )
}

function Line({ line, axes, index, breakYears }: { line: Series; axes: Axes; index: number; breakYears: boolean }) {
  const end = [...line.points].sort((a, b) => monthOf(a.period) - monthOf(b.period)).at(-1)
  return (
    <g className={s[`line${index % 4}`]}>
      {segmentsOf(line.points, breakYears).map((points) => (
        <polyline
          key={points[0]?.period ?? ''}
          points={points.map(({ period, value }) => `${axes.x(period)},${axes.y(value)}`).join(' ')}
        />
      ))}
      {line.points.map(({ period, value }) => (
        <circle key={period} cx={axes.x(period)} cy={axes.y(value)} r="2.5">
          <title>{`${line.name} ${periodLabel(period)} ${grouped(String(value))}`}</title>
        </circle>
      ))}
      {end === undefined || line.name === '' ? null : (
        <text x={axes.x(end.period) + 6} y={axes.y(end.value) + 4}>
          {line.name}
        </text>
      )}
    </g>
  )
}

/** A Chinese letter is as wide as the text is high. */
const LETTER = 11

/** What is promised: its words stand where no line is behind them, at either end, above or below. */
function Level({ level, axes, lines }: { level: { value: number; label: string }; axes: Axes; lines: Point[][] }) {
  const y = axes.y(level.value)
  const width = [...level.label].reduce((sum, letter) => sum + (letter > '\u00ff' ? LETTER : LETTER * 0.6), 0)
  const [start, end] = [LEFT + 4, WIDTH - RIGHT - width - 4]
  const place = freestOf(
    [
      { x: start, y: y - 4, width },
      { x: end, y: y - 4, width },
      { x: start, y: y + 13, width },
      { x: end, y: y + 13, width },
    ],
    lines.map((points) => points.map(({ period, value }) => ({ x: axes.x(period), y: axes.y(value) }))),
  )
  return (
    <g className={s.level}>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} />
      <text x={place.x} y={place.y}>
        {level.label}
      </text>
    </g>
  )
}

/** Values over periods, drawn without a library. It says in words what it shows; the figures stand in a table beside. */
export function TrendChart(props: Props) {
  const { label, series, level, next, breakYears = false } = props
  const axes = axesOf(props)
  if (axes === undefined) return null
  const previous = series[0]?.points
    .filter(({ period }) => next !== undefined && monthOf(period) < monthOf(next.period))
    .at(-1)
  const joined =
    previous !== undefined && next !== undefined && !(breakYears && yearOf(previous.period) !== yearOf(next.period))
  const drawn = series.flatMap(({ points }) => segmentsOf(points, breakYears))
  const lines = joined ? [...drawn, [previous, next]] : drawn
  return (
    <svg className={s.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <Grid axes={axes} />
      {series.map((line, index) => (
        <Line key={line.name} line={line} axes={axes} index={index} breakYears={breakYears} />
      ))}
      {level === undefined ? null : <Level level={level} axes={axes} lines={lines} />}
      {next === undefined ? null : (
        <g className={s.next}>
          {joined ? (
            <line
              x1={axes.x(previous.period)}
              y1={axes.y(previous.value)}
              x2={axes.x(next.period)}
              y2={axes.y(next.value)}
            />
          ) : null}
          <circle cx={axes.x(next.period)} cy={axes.y(next.value)} r="4.5" />
          <text x={axes.x(next.period) + 8} y={axes.y(next.value) + 4}>
            本期
          </text>
        </g>
      )}
    </svg>
  )
}
