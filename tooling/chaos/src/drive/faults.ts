import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, PartName } from '../plan/schedule'
import { COME_BACK_MS, type Part } from '../system/part'
import { until } from '../system/wait'
import type { Ledger } from './ledger'
import type { Acknowledged, Observer } from './observer'

export type Survived = {
  kind: Fault['kind']
  part: PartName
  /** Hit together with another fault: its recovery includes the other's. */
  together: boolean
  /** Reports acknowledged when it hit. */
  at: number
  /** From the kill until a report acknowledged after it, of every way in, was on the board. */
  recoveredMs: number
  /** From the kill until the process itself served again. */
  backMs: number
}

export type FaultDeps = {
  faults: readonly Fault[]
  parts: ReadonlyMap<PartName, Part>
  ledger: Ledger
  observer: Observer
  /** After this moment (ms) no further fault hits: a slow machine still gets its verdict, on fewer faults. */
  lastHitBy: number
  /** One probe for every direct topic and one over the web; each resolves when it is acknowledged. */
  probes: (fault: Fault) => Promise<Acknowledged>[]
  say: (line: string) => void
}

/** Lets the faults hit in their order, each after its number of acknowledged reports, and waits for its recovery. */
export async function runFaults(deps: FaultDeps): Promise<Survived[]> {
  const { faults, ledger } = deps
  const survived: Survived[] = []
  while (survived.length < faults.length && Date.now() < deps.lastHitBy) {
    const group = nextGroup(faults, survived.length)
    ledger.released = (survived.length + group.length) / faults.length
    await reach(ledger, ledger.direct + (group[0]?.afterAcknowledged ?? 0))
    const outcomes = await Promise.all(group.map((fault) => hit(deps, fault, group.length > 1)))
    for (const outcome of outcomes) {
      survived.push(outcome)
      deps.say(sentence(survived.length, faults.length, outcome))
    }
  }
  return survived
}

/** A fault and those that hit together with it. */
function nextGroup(faults: readonly Fault[], from: number): Fault[] {
  const group = faults.slice(from, from + 1)
  for (const fault of faults.slice(from + 1)) {
    if (fault.afterAcknowledged > 0) break
    group.push(fault)
  }
  return group
}

/** The count, or all that is released for now. */
async function reach(ledger: Ledger, count: number): Promise<void> {
  const target = Math.min(count, Math.floor(ledger.directTotal * ledger.released))
  const arrived = () => ledger.direct >= target
  await until('traffic before the next fault', arrived, { timeoutMs: 600_000, everyMs: 5, signal: ledger.signal })
}

async function hit({ parts, observer, probes, ledger }: FaultDeps, fault: Fault, together: boolean): Promise<Survived> {
  const part = parts.get(fault.part)
  if (part === undefined) throw new Error(`${fault.part} does not run`)
  const { signal } = ledger
  const at = ledger.reports.length
  const began = Date.now()
  await (fault.frozenMs === null ? part.kill() : part.freeze())
  const seen = probes(fault).map(async (acknowledged) => {
    const probe = await acknowledged
    const what = `after ${fault.kind}: the report on ${probe.subject} on the board`
    await until(what, () => observer.isOnBoard(probe), { timeoutMs: COME_BACK_MS, everyMs: 30, signal })
  })
  const recovered = Promise.all(seen).then(() => Date.now() - began)
  const back = async () => {
    if (fault.frozenMs !== null) {
      await pause(fault.frozenMs, undefined, { signal })
      await part.thaw()
    }
    await part.ready()
    return Date.now() - began
  }
  const [recoveredMs, backMs] = await Promise.all([recovered, back()])
  return { kind: fault.kind, part: fault.part, together, at, recoveredMs, backMs }
}

const sentence = (number: number, of: number, { kind, part, at, recoveredMs, together }: Survived): string =>
  `${number}/${of} ${kind} (${part}) at ${at} acknowledged${together ? ', together' : ''}: recovered after ${(recoveredMs / 1000).toFixed(1)} s`
