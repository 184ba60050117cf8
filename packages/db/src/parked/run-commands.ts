import type { Pool } from 'pg'
import { classifyError, storableReason } from '../apply/classify-error'
import { changeAtOnceInTx, giveUpInTx, retryInTx } from './carry-out'
import { inParkedTransaction, inTurn } from './in-turn'
import { forgetTriesInTx, takeBatchInTx, type Batch } from './take-batch'

/** Unheard tries after which a message is left parked: it keeps killing the process. */
const MAX_UNHEARD = 4

/** `again`: there may be more; `idle`: nothing to do; `busy`: another worker is at it. */
export type StepResult = { kind: 'idle' | 'busy' } | { kind: 'again'; batch: Batch | undefined }

/**
 * One step of carrying out what was asked about parked messages: at most a few hundred objects of one partition, in
 * one transaction with what became of each; so a killed worker leaves nothing half done, and another goes on.
 * The step is one turn: were the batch another worker's to take between the note that a try begins and the try, each
 * look at it would count as a try nobody heard of again.
 * @throws on an outage only: then nothing was written, and the same step can be tried again
 */
export async function runParkedStep(pool: Pool): Promise<StepResult> {
  const step = await inTurn(pool, () => stepInTurn(pool))
  return step === 'busy' ? { kind: 'busy' } : step
}

async function stepInTurn(pool: Pool): Promise<StepResult> {
  const batch = await inParkedTransaction(pool, takeBatchInTx)
  if (batch === 'idle') return { kind: 'idle' }
  if (batch === 'finished') return { kind: 'again', batch: undefined }
  try {
    const { unheard } = batch
    if (unheard >= MAX_UNHEARD) await inParkedTransaction(pool, (tx) => giveUpInTx(tx, batch, crashed(unheard)))
    else await carryOut(pool, batch)
  } catch (error) {
    // The outage is what must be told; if it also keeps us from forgetting the try, that try counts as unheard.
    await inParkedTransaction(pool, (tx) => forgetTriesInTx(tx, batch)).catch(() => undefined)
    throw error
  }
  return { kind: 'again', batch }
}

const crashed = (times: number): string => `重试时处理进程多次中断（${times}次）。`

async function carryOut(pool: Pool, batch: Batch): Promise<void> {
  if (batch.kind !== 'retry') {
    const { kind } = batch
    await inParkedTransaction(pool, (tx) => changeAtOnceInTx(tx, kind, batch))
    return
  }
  try {
    await inParkedTransaction(pool, (tx) => retryInTx(tx, batch))
  } catch (error) {
    if (classifyError(error) === 'transient' || !(error instanceof Error)) throw error
    await isolate(pool, batch, error)
  }
}

/** A message's own fault: one at a time, so that only that message stays parked. */
async function isolate(pool: Pool, batch: Batch, error: Error): Promise<void> {
  if (batch.ids.length === 1) {
    await inParkedTransaction(pool, (tx) => giveUpInTx(tx, batch, `重试未能入库：${storableReason(error)}`))
    return
  }
  for (const id of batch.ids) await carryOut(pool, { ...batch, ids: [id] })
}
