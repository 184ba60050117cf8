import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { Prisma, PrismaClient } from './generated/prisma/client'

export type Database = PrismaClient
/** A client inside a transaction; functions that take it end in `InTx`. */
export type Tx = Prisma.TransactionClient
/** Readers run on either. */
export type Reading = Tx | Database
export type Sql = Prisma.Sql
export const { sql, join, empty, raw } = Prisma

const CONNECTION_WAIT_MS = 5_000

export type PrismaOptions = { max?: number; applicationName?: string }

/** The web's client on PostgreSQL (role `web_app`); the caller disconnects it. */
export function createPrisma(url: string, options: PrismaOptions = {}): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'lianxi-web',
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
  })
  return new PrismaClient({ adapter })
}

/** A pool that lets statements wait for a connection as long as it takes lets transactions wait for so long. */
const LONGEST_WAIT_MS = 10 * 60_000

/**
 * The same on a pool of the caller's, whose counts he can read; disconnecting ends the pool too. A transaction waits for
 * its connection as long as a statement does, and may last as long as a statement of the web's (infra/postgres/init.sql).
 */
export const createPrismaOn = (pool: Pool): Database =>
  new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: pool.options.connectionTimeoutMillis || LONGEST_WAIT_MS, timeout: 15_000 },
  })

/** Runs text with its parameters in the transaction: for statements that the worker's own client runs too. */
export const textIn =
  (tx: Tx) =>
  <Row = unknown>(text: string, parameters: readonly unknown[]): Promise<Row[]> =>
    tx.$queryRawUnsafe<Row[]>(text, ...parameters)
