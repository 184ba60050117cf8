import { note } from '../progress'

const EVERY_MS = 1_000

export const count = (n: number): string => n.toLocaleString('en-US')

/** The most memory this process has held. */
export const peakMemory = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`

/** A line a second while something is counted: how many of how many, and how fast. */
export function progressLines(part: string, what = '事件 events'): (done: number, total: number) => void {
  const began = performance.now()
  let told = began
  return (done, total) => {
    const now = performance.now()
    if (now - told < EVERY_MS) return
    told = now
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    const speed = Math.round(done / ((now - began) / 1000))
    note(part, `${count(done)} / ${count(total)} ${what}  ${percent} %  ${count(speed)}/s`)
  }
}
