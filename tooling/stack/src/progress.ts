/** Says what is being done and how far it is, one plain line a change: readable in a terminal and in a CI log. */
const began = Date.now()
let planned = 0
let finished = 0

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function note(part: string, line: string): void {
  say(`[${seconds(Date.now() - began).padStart(7)}] ${part.padEnd(10)} ${line}`)
}

/** Announces how many steps will follow, so that each finished one can say "3/9". */
export function plan(steps: number): void {
  planned += steps
}

/** Runs one announced step and says when it begins, ends and how long it took. */
export async function step<T>(part: string, what: string, work: () => Promise<T>): Promise<T> {
  note(part, `… ${what}`)
  const start = Date.now()
  const result = await work()
  finished += 1
  note(part, `✓ ${what}  (${seconds(Date.now() - start)}${planned > 0 ? `, ${finished}/${planned}` : ''})`)
  return result
}
