import { buildTargetListed } from '@lianxi/testkit/events-facts'
import { zoneTopic } from '@lianxi/schema/topics'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { IncomingMessage } from '../apply/incoming'
import { rebuildBoard } from '../rebuild/rebuild'
import { createMessageLog } from '../testing/message-log'
import { askFor, carryOutAll, openParkedWorld, report, TARGET } from '../testing/parked'
import { loadParkedInTx } from './load-parked'

const { pool, admin, urlOf, deliver, parked, outcomes, count } = await openParkedWorld()

describe('a retry', () => {
  it('is told again by a rebuild as it happened: every current row and every history', async () => {
    const log = createMessageLog()
    for (const value of ['1.5', '2.5', '3.5']) log.say(report('2025Q3', value))
    await deliver(log, TARGET, [0, 1])
    for (const { id } of (await parked()).reverse()) {
      await askFor(pool, 'retry', [id])
      await carryOutAll(pool)
    }
    const signal = new AbortController().signal
    const result = await rebuildBoard({ url: urlOf('migrator'), swap: false, signal, onProgress: () => undefined })
    expect(result.kind === 'compared' && result.tables.filter(({ differing }) => differing > 0)).toEqual([])
    expect(await count('board.progress_history')).toBe(2)
  })

  it('applies a message at its own offset and append time, tells the board, and leaves the next offset', async () => {
    const log = createMessageLog()
    for (const value of ['1.5', '2.5', '3.5']) log.say(report('2025Q3', value))
    await deliver(log, TARGET, [1])
    const [one] = await parked()
    const listener = await admin.connect()
    const heard = new Promise<string>((resolve) => listener.on('notification', ({ channel }) => resolve(channel)))
    await listener.query('LISTEN board')
    const command = await askFor(pool, 'retry', [one?.id ?? ''])
    await carryOutAll(pool)
    expect(await heard).toBe('board')
    listener.release(true)

    expect(await parked()).toMatchObject([{ state: 'applied', tries: 1, settled_by: '管理员' }])
    expect(await outcomes(command)).toEqual(['applied'])
    const events = await admin.query<{ offset: string; appended_at: Date; from_offset: string; to_offset: string }>(
      `SELECT e."offset", e.appended_at, c.from_offset, c.to_offset FROM ingested_event e JOIN chunk c ON c.id = e.chunk_id
       WHERE e."offset" = 1`,
    )
    const appended_at = log.messages(TARGET)[1]?.appendedAt
    expect(events.rows).toEqual([{ offset: '1', appended_at, from_offset: '1', to_offset: '1' }])
    const offsets = await admin.query('SELECT next_offset FROM consumer_offset')
    expect(offsets.rows).toEqual([{ next_offset: '3' }])
    // The newest report still stands; the older one is counted.
    const cells = await admin.query('SELECT value::float AS value, reports FROM board.progress')
    expect(cells.rows).toEqual([{ value: 3.5, reports: 3 }])
  })

  it('of an older listing leaves the newer one standing', async () => {
    const log = createMessageLog()
    for (const name of ['旧名', '新名']) log.say(buildTargetListed({ name }))
    const topic = zoneTopic('Z-PX', 'plan')
    await deliver(log, topic, [0])
    await askFor(
      pool,
      'retry',
      (await parked()).map(({ id }) => id),
    )
    await carryOutAll(pool)
    expect((await admin.query('SELECT name FROM board.subject')).rows).toEqual([{ name: '新名' }])
    expect(await count('ingested_event')).toBe(2)
  })

  it('keeps what is still wrong open, with the reason it has now and the number of tries', async () => {
    const log = createMessageLog()
    log.append(TARGET, { key: Buffer.from('x'), value: Buffer.from('{}') })
    await deliver(log, TARGET)
    await admin.query(`UPDATE parked_message SET reason = 'unappliable'`)
    for (let tries = 1; tries <= 2; tries += 1) {
      const command = await askFor(
        pool,
        'retry',
        (await parked()).map(({ id }) => id),
      )
      await carryOutAll(pool)
      expect(await outcomes(command)).toEqual(['parked'])
      expect(await parked()).toMatchObject([{ state: 'open', reason: 'bad-header', tries }])
    }
    expect(await count('chunk')).toBe(1)
  })

  it('finds the same content a duplicate, other content an id used again', async () => {
    const log = createMessageLog()
    const id = v7()
    const said = [report(), report(), report('2025Q3', '9.5')]
    for (const event of said) log.say(event, { id })
    await deliver(log, TARGET, [0, 2])
    await askFor(
      pool,
      'retry',
      (await parked()).map((row) => row.id),
    )
    await carryOutAll(pool)
    expect(await parked()).toMatchObject([
      { offset: '0', state: 'duplicate' },
      { offset: '2', state: 'open', reason: 'id-reused' },
    ])
    expect(await count('ingested_event')).toBe(1)
  })

  it('isolates a message that no transaction takes; the others of its batch are applied', async () => {
    const log = createMessageLog()
    for (const period of ['2025Q1', '2025Q2', '2025Q3']) log.say(report(period))
    await deliver(log, TARGET, [0, 1, 2])
    await admin.query(`ALTER TABLE ingested_event ADD CONSTRAINT poison CHECK (period <> '2025Q2')`)
    await askFor(
      pool,
      'retry',
      (await parked()).map(({ id }) => id),
    )
    await carryOutAll(pool)
    await admin.query('ALTER TABLE ingested_event DROP CONSTRAINT poison')
    expect(await parked()).toMatchObject([
      { state: 'applied' },
      { state: 'open', reason: 'unappliable', tries: 1 },
      { state: 'applied' },
    ])
  })

  it('gives every byte back to the parser: doubled headers, headers without value, names nobody can print', async () => {
    const log = createMessageLog()
    const { message } = log.say(report())
    const odd: IncomingMessage['headers'] = {
      ...message.headers,
      doubled: [Buffer.from('a'), Buffer.from([0xff, 0x00])],
      empty: null,
      'na\u0000me': Buffer.from('\u0007'),
      ['__proto__x']: Buffer.from(''),
    }
    log.append(TARGET, { ...message, headers: odd })
    log.append(TARGET, { ...message, headers: { ...odd, ce_id: [Buffer.from('a'), Buffer.from('b')] } })
    await deliver(log, TARGET, [1, 2])
    const command = await askFor(
      pool,
      'retry',
      (await parked()).map(({ id }) => id),
    )
    const client = await pool.connect()
    await client.query('BEGIN')
    const loaded = await loadParkedInTx(
      client,
      command,
      (await parked()).map(({ id }) => id),
    )
    await client.query('ROLLBACK')
    client.release()
    expect(loaded.map((one) => one.message)).toEqual(log.messages(TARGET).slice(1))
    await carryOutAll(pool)
    expect(await parked()).toMatchObject([{ state: 'duplicate' }, { state: 'open', reason: 'bad-header' }])
  })
})
