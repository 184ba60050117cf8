import { setTimeout as pause } from 'node:timers/promises'
import type { DirectStream, Planned } from '../plan/direct-stream'
import { Stopped } from '../system/wait'
import type { Ledger } from './ledger'
import type { Acknowledged } from './observer'
import type { RegionProducer } from '../kafka/region-producer'

const BATCH = 100
/** Acknowledged but not yet on the board: enough that a kill hits a busy worker, not so much that all runs ahead. */
const AHEAD = 4_000
const IDLE_MS = 10

/** Says one stream's messages in order, as far as they are released, and probes in between when asked. */
export class DirectDriver {
  private readonly asked: ((probe: Acknowledged) => void)[] = []

  constructor(
    readonly stream: DirectStream,
    private readonly producer: RegionProducer,
    private readonly ledger: Ledger,
  ) {}

  /** A report on the probes' cell, said next; resolves when it is acknowledged. */
  probe(): Promise<Acknowledged> {
    return new Promise((resolve) => this.asked.push(resolve))
  }

  async run(): Promise<void> {
    const { stream, ledger } = this
    try {
      while (!(ledger.closing && stream.count >= stream.total)) {
        if (ledger.signal.aborted) throw new Stopped(stream.topic)
        const probed = this.asked.splice(0).map((resolve) => ({ resolve, planned: stream.probe() }))
        const batch = [...probed.map(({ planned }) => planned), ...this.nextMessages()]
        if (batch.length === 0) {
          await pause(IDLE_MS)
          continue
        }
        this.record(batch, await this.producer.send(batch))
        for (const { resolve, planned } of probed) resolve(planned.report)
      }
    } finally {
      await this.producer.close()
    }
  }

  private nextMessages(): Planned[] {
    const { stream, ledger } = this
    const messages: Planned[] = []
    if (ledger.reports.length - ledger.applied > AHEAD) return messages
    const released = Math.ceil(stream.total * ledger.released)
    while (messages.length < BATCH && stream.count < released) {
      const message = stream.next()
      if (message === undefined) break
      messages.push(message)
    }
    return messages
  }

  private record(batch: readonly Planned[], first: number): void {
    const { topic } = this.stream
    for (const [index, planned] of batch.entries()) {
      const offset = first + index
      switch (planned.what) {
        case 'report':
          this.ledger.report({ ...planned.report, offset })
          break
        case 'repeat':
          this.ledger.repeats.push({ topic, offset, eventId: planned.eventId })
          break
        case 'poison':
          this.ledger.poison.push({ topic, offset, mark: planned.mark, reasons: planned.reasons })
          break
        default:
          planned satisfies never
      }
    }
  }
}
