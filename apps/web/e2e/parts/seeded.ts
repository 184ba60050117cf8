import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '@lianxi/db/pool'
import type { World } from '../support/people'

/** What the first start has left in the database, before anybody did anything. */
export function seeded(world: () => World): void {
  describe('the demo as it is seeded', () => {
    let pool: ReturnType<typeof createPool>
    beforeAll(() => {
      pool = createPool(world().system.database, { max: 1 })
    })
    afterAll(() => pool.end())
    const numbers = async (sql: string) => {
      const { rows } = await pool.query<{ name: string; n: string }>(sql)
      return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]))
    }

    it('has its clock at 2025-10-12 18:00 and the last quarter open, in every state', async () => {
      const { rows } = await pool.query<{ moment: Date }>('SELECT moment FROM demo_clock')
      expect(rows).toEqual([{ moment: new Date('2025-10-12T10:00:00.000Z') }])
      const { rows: open } = await pool.query(`SELECT period FROM board.period WHERE NOT fell_due`)
      expect(open).toEqual([{ period: '2025Q3' }])
      const states = await numbers(
        `SELECT state AS name, count(*) AS n FROM board.progress WHERE period = '2025Q3' GROUP BY state`,
      )
      expect(Object.keys(states).sort()).toEqual(['pending', 'reported', 'returned'])
      const late = await numbers(
        `SELECT 'late' AS name, count(*) AS n FROM board.progress WHERE late AND period = '2025Q2'`,
      )
      expect(late.late).toBeGreaterThan(0)
    })

    it('is nothing to object to, and the offices’ tables agree with the board', async () => {
      const found = await numbers(`
        SELECT 'objections' AS name, count(*) AS n FROM board.progress WHERE objections <> '{}'
        UNION ALL SELECT 'conflicts', count(*) FROM board.progress WHERE conflict
        UNION ALL SELECT 'waiting', count(*) FROM board.progress WHERE state = 'waiting'
        UNION ALL SELECT 'parked', count(*) FROM parked_message
        UNION ALL SELECT 'differ', count(*) FROM report r JOIN board.progress p USING (zone, subject, region, period)
          WHERE r.published_event IS DISTINCT FROM p.event_id OR (r.state = 'returned') <> (p.state = 'returned')`)
      expect(found).toEqual({ objections: 0, conflicts: 0, waiting: 0, parked: 0, differ: 0 })
    })
  })
}
