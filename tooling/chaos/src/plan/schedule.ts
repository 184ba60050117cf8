import { createHash } from 'node:crypto'
import { chance, type Chance } from './chance'

/** Processes of the system that can be hit. */
export const PARTS = ['worker-a', 'worker-b', 'relay', 'broker', 'postgres', 'web'] as const
export type PartName = (typeof PARTS)[number]

/** What people compare: recovery is told by kind. */
export type FaultKind =
  | 'worker killed'
  | 'relay killed'
  | 'broker killed'
  | 'postgres killed'
  | 'web killed'
  | FrozenKind
type FrozenKind = 'worker frozen' | 'relay frozen' | 'broker frozen'

export type Fault = {
  kind: FaultKind
  part: PartName
  /** Hits when this many more events were acknowledged since the fault before was survived; 0: together with it. */
  afterAcknowledged: number
  /** SIGSTOP for this long instead of SIGKILL; longer than a session or a transaction may be silent. */
  frozenMs: number | null
  /** Whose office proves with a report over the web that the system serves again. */
  probe: number
}

const FIRST: readonly FaultKind[] = [
  'worker killed',
  'relay killed',
  'broker killed',
  'postgres killed',
  'web killed',
  'worker frozen',
]
/** The rest in these proportions: workers most, because theirs is the promise. */
const WEIGHTS: readonly [FaultKind, number][] = [
  ['worker killed', 28],
  ['relay killed', 14],
  ['broker killed', 12],
  ['postgres killed', 14],
  ['web killed', 14],
  ['worker frozen', 12],
  ['relay frozen', 3],
  ['broker frozen', 3],
]
/** One in so many hits together with the one before. */
const TOGETHER_ONE_IN = 8

/**
 * Every fault of a run, drawn before anything starts. The first six are one of each kind, so that the smallest run has
 * seen all. `events` is what the run publishes: faults spread over it, so that each hits under load.
 */
export function drawSchedule(seed: string, size: { kills: number; events: number }): Fault[] {
  const draw = chance(seed, 'faults')
  const share = Math.floor(size.events / Math.max(1, size.kills))
  const first = draw.shuffled(FIRST)
  const faults: Fault[] = []
  for (let index = 0; index < size.kills; index += 1) {
    const kind = first[index] ?? weighted(draw)
    const part = partOf(kind, draw)
    const before = faults.at(-1)
    const apart = before === undefined || before.afterAcknowledged === 0 || before.part === part
    const together = index >= FIRST.length && draw.whole(1, TOGETHER_ONE_IN) === 1 && !apart
    faults.push({
      kind,
      part,
      afterAcknowledged: together ? 0 : Math.max(1, Math.floor(share * (0.2 + draw.next() * 0.5))),
      frozenMs: isFrozen(kind) ? draw.whole(7_000, 14_000) : null,
      probe: index,
    })
  }
  return faults
}

const isFrozen = (kind: FaultKind): kind is FrozenKind => kind.endsWith('frozen')

function weighted(draw: Chance): FaultKind {
  const sum = WEIGHTS.reduce((total, [, weight]) => total + weight, 0)
  let left = draw.next() * sum
  for (const [kind, weight] of WEIGHTS) {
    left -= weight
    if (left < 0) return kind
  }
  return 'worker killed'
}

function partOf(kind: FaultKind, draw: Chance): PartName {
  const [who] = kind.split(' ')
  const either = draw.pick(['worker-a', 'worker-b'] as const)
  return PARTS.find((part) => part === who) ?? either
}

/** Short name of a schedule: equal seeds and sizes print the same one. */
export const fingerprint = (planned: unknown): string =>
  createHash('sha256').update(JSON.stringify(planned)).digest('hex').slice(0, 16)
