import pg from 'pg'
import type { ReportReceipt } from '../checker/receipts'

/** A report that somebody outside has an acknowledgement for: it must come to the board. */
export type Acknowledged = Pick<ReportReceipt, 'zone' | 'subject' | 'region' | 'period' | 'revision'>

/** Looks at the database from outside, also while it is killed and started again: no answer is an answer too. */
export class Observer {
  private readonly pool: pg.Pool

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 2_000, query_timeout: 10_000 })
    const gone = () => undefined // its next query fails, and the pool opens another
    this.pool.on('error', gone)
    this.pool.on('connect', (client) => client.on('error', gone))
  }

  async isOnBoard({ zone, subject, region, period, revision }: Acknowledged): Promise<boolean> {
    const rows = await this.look(
      `SELECT FROM board.progress WHERE (zone, subject, region, period) = ($1, $2, $3, $4) AND revision >= $5`,
      [zone, subject, region, period, revision],
    )
    return rows?.length === 1
  }

  /** Events applied so far; undefined while the database does not answer. */
  async applied(): Promise<number | undefined> {
    const rows = await this.look<{ events: string }>('SELECT events FROM board_clock')
    return rows?.[0] === undefined ? undefined : Number(rows[0].events)
  }

  /** Whether every topic is read to its end and the outbox is empty. */
  async isDrained(ends: ReadonlyMap<string, number>): Promise<boolean> {
    const rows = await this.look<{ left: number }>(
      `SELECT ((SELECT count(*) FROM outbox WHERE published_at IS NULL) +
               (SELECT count(*) FROM unnest($1::text[], $2::bigint[]) AS t (topic, "end")
                LEFT JOIN consumer_offset c USING (topic)
                WHERE t."end" > 0 AND c.next_offset IS DISTINCT FROM t."end"))::int AS left`,
      [[...ends.keys()], [...ends.values()]],
    )
    return rows?.[0]?.left === 0
  }

  close(): Promise<void> {
    return this.pool.end()
  }

  private async look<Row extends pg.QueryResultRow>(
    sql: string,
    parameters: unknown[] = [],
  ): Promise<Row[] | undefined> {
    try {
      return (await this.pool.query<Row>(sql, parameters)).rows
    } catch {
      return undefined // killed on purpose; the caller asks again
    }
  }
}
