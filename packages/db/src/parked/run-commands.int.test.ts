import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { insertOutboxInTx } from '../outbox/insert'
import { publishPending } from '../outbox/relay-store'
import { createMessageLog } from '../testing/message-log'
import { askFor, carryOutAll, openParkedWorld, report, TARGET } from '../testing/parked'
import { askForKnownNow } from './known-now'
import { runParkedStep } from './run-commands'

const { pool, admin, deliver, parked, outcomes, count } = await openParkedWorld()

describe('commands', () => {
  it('are carried out once by four workers at a time, in batches, with what became of each', async () => {
    const log = createMessageLog()
    for (let n = 0; n < 60; n += 1) log.say(report('2025Q3', `${n}.5`))
    await deliver(log, TARGET, [...Array(60).keys()])
    const ids = (await parked()).map(({ id }) => id)
    const command = await askFor(pool, 'retry', ids)
    const worker = async () => {
      for (;;) {
        const { kind } = await runParkedStep(pool)
        if (kind === 'idle') return
      }
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(await outcomes(command)).toEqual(ids.map(() => 'applied'))
    expect(await count('ingested_event')).toBe(60)
    const cells = await admin.query('SELECT value::float AS value, reports FROM board.progress')
    expect(cells.rows).toEqual([{ value: 59.5, reports: 60 }])
    expect(await count('parked_command WHERE finished_at IS NOT NULL')).toBe(1)
  })

  it('discard with a reason, and take it back; what was settled before is left alone', async () => {
    const log = createMessageLog()
    log.say(report('2025Q2'))
    log.append(TARGET, { value: Buffer.from('x') })
    await deliver(log, TARGET, [0])
    const [good, bad] = (await parked()).map(({ id }) => id)
    if (good === undefined || bad === undefined) throw new Error('two are parked')
    await askFor(pool, 'retry', [good])
    const discard = await askFor(pool, 'discard', [good, bad], '测试数据')
    await carryOutAll(pool)
    expect(await outcomes(discard)).toEqual(['settled', 'discarded'])
    expect(await parked()).toMatchObject([
      { state: 'applied' },
      { state: 'discarded', note: '测试数据', settled_by: '管理员' },
    ])
    const again = await askFor(pool, 'retry', [bad])
    const reopen = await askFor(pool, 'reopen', [good, bad])
    await carryOutAll(pool)
    expect([await outcomes(again), await outcomes(reopen)]).toEqual([['settled'], ['settled', 'reopened']])
    expect(await parked()).toMatchObject([{ state: 'applied' }, { state: 'open', note: null, settled_by: null }])
  })

  it('send a refused event again', async () => {
    const refusing = (reason: string) => (rows: readonly { id: bigint }[]) =>
      Promise.resolve([{ published: [], refused: rows.map(({ id }) => ({ id, reason })) }])
    await insertOutboxInTx(
      (sql, parameters) => admin.query(sql, parameters),
      [{ id: v7(), topic: TARGET, key: 'XQ-1', headers: {}, value: '{}' }],
    )
    await publishPending(pool, { limit: 10, resting: [], send: refusing('too large') })
    const { rows } = await admin.query<{ id: string }>('SELECT id FROM outbox WHERE refused_reason IS NOT NULL')
    const command = await askFor(
      pool,
      'resend',
      rows.map(({ id }) => id),
    )
    await carryOutAll(pool)
    expect(await outcomes(command)).toEqual(['sent'])
    const send = (pending: readonly { id: bigint }[]) =>
      Promise.resolve([{ published: pending.map(({ id }) => id), refused: [] }])
    expect(await publishPending(pool, { limit: 10, resting: [], send })).toBe(1)
  })

  it('leave a message parked that keeps killing the process', async () => {
    const log = createMessageLog()
    log.say(report('2025Q1'))
    log.say(report('2025Q2'))
    await deliver(log, TARGET, [0, 1])
    const ids = (await parked()).map(({ id }) => id)
    const command = await askFor(pool, 'retry', ids)
    // What processes that died while applying the first one have left behind.
    await admin.query('UPDATE parked_command_item SET starts = 4 WHERE object_id = $1', [ids[0]])
    await carryOutAll(pool)
    expect(await outcomes(command)).toEqual(['parked', 'applied'])
    expect(await parked()).toMatchObject([{ state: 'open', reason: 'unappliable' }, { state: 'applied' }])
  })
})

describe('a newer build', () => {
  it('asks once for what an older one did not know, in the system’s name, and leaves the rest', async () => {
    const log = createMessageLog()
    log.say(report('2025Q2'))
    const { message } = log.say(report('2025Q3'))
    log.append(TARGET, { ...message, headers: { ...message.headers, ce_type: Buffer.from('lianxi.from.tomorrow.v1') } })
    // As a build that knew neither type would have left them.
    await deliver(log, TARGET, [0, 2])
    await admin.query(`UPDATE parked_message SET reason = 'unknown-type'`)
    expect(await askForKnownNow(pool)).toBe(1)
    expect(await askForKnownNow(pool)).toBe(0)
    await carryOutAll(pool)
    expect(await askForKnownNow(pool)).toBe(0)
    expect(await parked()).toMatchObject([
      { state: 'applied', settled_by: '系统' },
      { state: 'open', reason: 'unknown-type', tries: 0 },
    ])
    const audit = await admin.query('SELECT actor_name, action, detail FROM audit_entry')
    expect(audit.rows).toMatchObject([{ actor_name: '系统', action: 'admin.parked.retry', detail: { messages: '1' } }])
  })
})
