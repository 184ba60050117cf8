import type { WorkerBenchOptions, WorkerFigures } from './measure-worker'
import type { Sample, WorkerRun } from './worker-run'

type Row = Record<string, string | number>
type Span = { seconds: number; events: number; workerCpuMs: number; postgresCpuMs: number }

/** Between two looks; a run counts from the first events seen on the board, so starting and joining are left out. */
function span(from: Sample | undefined, to: Sample | undefined): Span {
  if (from === undefined || to === undefined) throw new Error('the run was too short to be seen: more --events')
  return {
    seconds: (to.atMs - from.atMs) / 1000,
    events: to.events - from.events,
    workerCpuMs: to.workerCpuMs - from.workerCpuMs,
    postgresCpuMs: to.postgresCpuMs - from.postgresCpuMs,
  }
}

const whole = ({ samples }: WorkerRun): Span => span(samples[0], samples.at(-1))
const rate = ({ events, seconds }: Pick<Span, 'events' | 'seconds'>): number => Math.round(events / seconds)
const microseconds = (ms: number, events: number): number => Math.round((ms * 1000) / events)

/** How fast, beside the limit and the naive one. */
export function speedTable({ events, one, rest }: WorkerFigures, { naiveEvents }: WorkerBenchOptions): Row[] {
  const limit = rest && events / rest.limitSeconds
  const naive = rest && naiveEvents / rest.naiveSeconds
  const row = (what: string, count: number, seconds: number, cost?: Span, run?: WorkerRun): Row => ({
    what,
    events: count,
    seconds: Math.round(seconds * 10) / 10,
    'events/s': rate({ events: count, seconds }),
    '% of the limit': limit === undefined ? '' : Math.round((count / seconds / limit) * 1000) / 10,
    '× the naive one': naive === undefined ? '' : Math.round((count / seconds / naive) * 10) / 10,
    'worker CPU µs/event': cost ? microseconds(cost.workerCpuMs, count) : '',
    'PostgreSQL CPU µs/event': cost ? microseconds(cost.postgresCpuMs, count) : '',
    'peak RSS MB': run ? run.peakRssMb : '',
    'cells · history rows': run ? `${run.cells} · ${run.history}` : '',
  })
  const worked = (what: string, run: WorkerRun) => row(what, whole(run).events, whole(run).seconds, whole(run), run)
  if (rest === undefined) return [worked('one worker', one)]
  return [
    row('limit: COPY and one merging upsert', events, rest.limitSeconds),
    worked('one worker', one),
    worked('two workers', rest.two),
    row('naive: eachMessage, Prisma upsert', naiveEvents, rest.naiveSeconds),
  ]
}

const MARKS = [10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]

/** What an event costs the later ones: the fifth of the events before each mark. */
export function flatnessTable({ events, one: { samples } }: WorkerFigures): Row[] {
  const marks = [...MARKS.filter((mark) => mark < events), events]
  return marks.map((mark) => {
    const at = (count: number) => samples.find((sample) => sample.events >= count)
    const part = span(at(mark * 0.8), at(mark))
    return {
      'events stored': mark,
      'events/s': rate(part),
      'worker CPU µs/event': microseconds(part.workerCpuMs, part.events),
      'PostgreSQL CPU µs/event': microseconds(part.postgresCpuMs, part.events),
      'RSS MB': at(mark)?.rssMb ?? '',
    }
  })
}
