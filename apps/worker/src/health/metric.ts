import { Counter, Gauge, type Registry } from 'prom-client'

const PREFIX = 'lianxi_worker_'
type Values = ReadonlyMap<string, number>

export const ageSeconds = (since: Date | null | undefined): number | undefined =>
  since === null || since === undefined ? undefined : (Date.now() - since.getTime()) / 1000

/** A value of the moment of the scrape, or one a label. What nobody knows is left out, never zero. */
export function addGauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => number | Values | undefined,
  label?: string,
): void {
  const gauge = new Gauge({
    name: PREFIX + name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect: () => {
      gauge.reset()
      const value = read()
      if (typeof value === 'number') gauge.set(value)
      else if (label === undefined) gauge.remove()
      else if (value !== undefined) for (const [of, one] of value) gauge.set({ [label]: of }, one)
    },
  })
}

/** A count since the process started that its part keeps; the name ends in `_total`. */
export function addCounter(registry: Registry, name: `${string}_total`, help: string, read: () => number): void {
  const counter = new Counter({
    name: PREFIX + name,
    help,
    registers: [registry],
    collect: () => {
      counter.reset()
      counter.inc(read())
    },
  })
}
