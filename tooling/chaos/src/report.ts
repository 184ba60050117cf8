import { spread } from '@lianxi/bench/percentile'
import { markdownTable } from '@lianxi/bench/table'
import type { Verdict } from './checker/check'
import type { Survived } from './drive/faults'

export type Figures = {
  seed: string
  schedule: string
  traffic: string
  size: { kills: number; events: number }
  seconds: number
  verdict: Verdict
  survived: Survived[]
  /** Calls and batches repeated because nobody had answered, and ends of workers that nobody had asked for. */
  repeated: { repeatsSaid: number; batchesAgain: number; callsAgain: number; ownEnds: number }
}

export const isGood = ({ verdict, survived, size }: Figures): boolean =>
  verdict.checks.every(({ findings }) => findings.length === 0) && survived.length === size.kills

type Row = Record<string, string | number>

/** Recovery by kind, over faults that hit alone; those that hit together are a row of their own. */
function recoveryRows(survived: readonly Survived[]): Row[] {
  const nameOf = ({ kind, together }: Survived) => (together ? 'two at once' : kind)
  const names = [...new Set(survived.map(nameOf))].sort()
  return names.map((name) => {
    const own = survived.filter((fault) => nameOf(fault) === name)
    const { n, p50, p95, max } = spread(own.map(({ recoveredMs }) => recoveredMs))
    const seconds = (ms: number) => (ms / 1000).toFixed(1)
    return { fault: name, survived: n, 'p50 (s)': seconds(p50), 'p95 (s)': seconds(p95), 'max (s)': seconds(max) }
  })
}

/** The tables a person reads. */
export function tables(figures: Figures): string {
  const { verdict, repeated, survived, size } = figures
  const { acknowledged, applied, counts, parked } = verdict
  const sum: Row[] = [
    {
      acknowledged: acknowledged.direct + acknowledged.web,
      'of them over the web': acknowledged.web,
      applied,
      ...counts,
      parked: parked.total,
      'faults survived': `${survived.length} of ${size.kills}`,
      'repeats said': repeated.repeatsSaid,
      'batches again': repeated.batchesAgain,
      'calls again': repeated.callsAgain,
    },
  ]
  const reasons = Object.entries(parked.byReason).sort(([a], [b]) => (a < b ? -1 : 1))
  const checks = verdict.checks.map(({ name, findings }) => ({ check: name, found: findings.length }))
  return [
    markdownTable(sum),
    survived.length === 0 ? '' : markdownTable(recoveryRows(survived)),
    reasons.length === 0 ? '' : markdownTable([Object.fromEntries([['parked by reason', ''], ...reasons])]),
    markdownTable(checks),
    `seed ${figures.seed} · schedule ${figures.schedule} · traffic ${figures.traffic} · ${figures.seconds} s`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const SHOWN = 20

/** What was found, in sentences; a long list is cut. */
export function sentences({ checks }: Verdict): string[] {
  return checks.flatMap(({ name, findings }) => [
    ...findings.slice(0, SHOWN).map(({ fault, sentence }) => `✗ ${fault}: ${sentence}`),
    ...(findings.length > SHOWN ? [`  … ${findings.length - SHOWN} more of “${name}”`] : []),
  ])
}

/** The same figures for machines. */
export const forMachines = (figures: Figures): string =>
  `${JSON.stringify({ ...figures, recovery: recoveryRows(figures.survived), good: isGood(figures) }, null, 2)}\n`
