import { setTimeout as wait } from 'node:timers/promises'
import { BoardChange } from '@lianxi/schema/views/overview'
import type { HttpSession } from './http-session'

/** An open board's subscription: counts the changes that came over SSE, and wakes who waits for the next one. */
export class BoardEvents {
  private changes = 0
  private wake: (() => void)[] = []
  private failure: unknown
  private readonly ending = new AbortController()

  static async open(session: HttpSession, zone: string): Promise<BoardEvents> {
    const events = new BoardEvents()
    const input = encodeURIComponent(JSON.stringify({ zone }))
    const response = await fetch(`${session.url}/api/trpc/board.changed?input=${input}`, {
      headers: { ...session.headers, accept: 'text/event-stream' },
      signal: events.ending.signal,
    })
    if (!response.ok || response.body === null) throw new Error(`the subscription was refused: ${response.status}`)
    events.read(response.body).catch((error: unknown) => events.fail(error))
    return events
  }

  /** How many changes have come so far; pass it to `next` so that none is missed between looking and waiting. */
  get seen(): number {
    return this.changes
  }

  /** Resolves when a change beyond `seen` is there. */
  async next(seen: number, timeoutMs: number): Promise<void> {
    const late = new AbortController()
    const timeout = wait(timeoutMs, undefined, { signal: late.signal }).then(() => {
      throw new Error(`no board change over SSE within ${timeoutMs} ms`)
    })
    try {
      while (this.changes <= seen) {
        if (this.failure !== undefined) throw new Error('the subscription ended', { cause: this.failure })
        await Promise.race([new Promise<void>((resolve) => this.wake.push(resolve)), timeout])
      }
    } finally {
      timeout.catch(() => undefined) // its own abort, when the change came in time
      late.abort()
    }
  }

  close(): void {
    this.ending.abort()
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = ''
    const decoder = new TextDecoder()
    for await (const bytes of body) {
      text += decoder.decode(bytes, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) if (isChange(block)) this.changed()
    }
    this.fail(new Error('the server closed the stream'))
  }

  private changed(): void {
    this.changes += 1
    for (const wake of this.wake.splice(0)) wake()
  }

  private fail(error: unknown): void {
    if (this.ending.signal.aborted) return
    this.failure = error
    for (const wake of this.wake.splice(0)) wake()
  }
}

/** tRPC also sends `connected`, `ping` and `return`; a change is a data line that parses as one. */
function isChange(block: string): boolean {
  const data = block.split('\n').find((line) => line.startsWith('data:'))
  if (data === undefined || data.slice(5).trim() === '') return false
  return BoardChange.safeParse(JSON.parse(data.slice(5))).success
}
