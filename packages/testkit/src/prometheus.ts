/** One sample line. `labels` in the order in which they stand. */
export type Sample = { name: string; labels: Record<string, string>; value: number }

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
/** Prometheus reads numbers as Go does: `Nan` is one. */
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (Na[Nn]|[+-]Inf|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y
const SUFFIXES = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] } as const

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  LABEL.lastIndex = 0
  while (LABEL.lastIndex < text.length) {
    const [, name, value] = LABEL.exec(text) ?? []
    if (name === undefined || value === undefined) throw new Error(`labels: ${text}`)
    if (name in labels) throw new Error(`label twice: ${text}`)
    labels[name] = value
  }
  return labels
}

const numberOf = (text: string): number =>
  text.endsWith('Inf') ? Number(text.replace('Inf', 'Infinity')) : Number(text)

/** Buckets of one histogram grow, end with +Inf, and +Inf is the count. */
function checkHistogram(name: string, samples: readonly Sample[]): void {
  const others = ({ labels }: Sample) => JSON.stringify(Object.entries(labels).filter(([label]) => label !== 'le'))
  for (const count of samples.filter((sample) => sample.name === `${name}_count`)) {
    const buckets = samples.filter((one) => one.name === `${name}_bucket` && others(one) === others(count))
    const counts = buckets.map(({ value }) => value)
    if (buckets.at(-1)?.labels.le !== '+Inf' || counts.at(-1) !== count.value)
      throw new Error(`${name}: no +Inf = count`)
    if (counts.some((value, index) => value < (counts[index - 1] ?? 0))) throw new Error(`${name}: buckets shrink`)
  }
}

/**
 * Reads the text format of Prometheus (0.0.4) strictly: every family has one HELP and one TYPE before its samples and
 * stands in one piece, counters end in `_total`, histograms add up, nothing comes twice.
 * @throws with the line or name that breaks the format
 */
export function parsePrometheus(text: string): Sample[] {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const types = new Map<string, string>()
  const helped = new Set<string>()
  const samples: Sample[] = []
  const seen = new Set<string>()
  let family = ''
  for (const line of text.split('\n')) {
    if (line === '') continue
    const [, kind, name, rest] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? []
    if (kind === 'HELP' && name !== undefined) {
      if (!NAME.test(name) || helped.has(name)) throw new Error(`HELP: ${line}`)
      helped.add(name)
    } else if (kind === 'TYPE' && name !== undefined && rest !== undefined) {
      if (!helped.has(name) || types.has(name)) throw new Error(`TYPE: ${line}`)
      if (!['counter', 'gauge', 'histogram', 'summary', 'untyped'].includes(rest)) throw new Error(`TYPE: ${line}`)
      if (rest === 'counter' && !name.endsWith('_total')) throw new Error(`a counter ends in _total: ${line}`)
      types.set(name, rest)
      family = name
    } else {
      const sample = parseSample(line)
      if (!namesOf(family, types.get(family)).includes(sample.name)) throw new Error(`not of ${family}: ${line}`)
      const identity = JSON.stringify([sample.name, Object.entries(sample.labels).sort()])
      if (seen.has(identity)) throw new Error(`twice: ${line}`)
      seen.add(identity)
      samples.push(sample)
    }
  }
  for (const [name, type] of types) if (type === 'histogram') checkHistogram(name, samples)
  return samples
}

function parseSample(line: string): Sample {
  const [, name, labels, value] = SAMPLE.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`sample: ${line}`)
  return { name, labels: parseLabels(labels ?? ''), value: numberOf(value) }
}

function namesOf(family: string, type: string | undefined): string[] {
  if (type === 'histogram' || type === 'summary') return SUFFIXES[type].map((suffix) => family + suffix)
  return [family]
}

/** The value of a sample; undefined when it is not there. */
export const valueOf = (samples: readonly Sample[], name: string, labels: Record<string, string> = {}) =>
  samples.find(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  )?.value
