import { createHash } from 'node:crypto'
import { refuse } from '@lianxi/domain/report/refusal'
import { DoneResult } from '@lianxi/schema/views/refusal'
import type { ReportResult } from '@lianxi/schema/views/result'
import { z } from 'zod'
import { type Database, type Reading, sql, type Sql, type Tx } from '../client'

/** One press of a button: whoever sends the same key again gets the first answer, and it is done once. */
export type Press = { userId: string; key: string; procedure: string; input: unknown }

const hashOf = ({ procedure, input }: Press): string =>
  createHash('sha256').update(procedure).update('\0').update(JSON.stringify(input)).digest('hex')

/** Lock of a press: a repetition that overtakes waits for the first one's answer. */
export const pressLock = ({ userId, key }: Press): Sql =>
  sql`pg_advisory_xact_lock(hashtextextended(${`${userId} ${key}`}, 1))::text`

export type Earlier = { found: 'none' } | { found: 'other-input' } | { found: 'answer'; answer: unknown }

export async function findAnswerInTx(tx: Reading, press: Press): Promise<Earlier> {
  const row = await tx.idempotentAnswer.findUnique({ where: { userId_key: { userId: press.userId, key: press.key } } })
  return row === null ? { found: 'none' } : earlierOf(row, press)
}

function earlierOf(row: { inputHash: string; procedure: string; answer: unknown }, press: Press): Earlier {
  const same = row.inputHash === hashOf(press) && row.procedure === press.procedure
  return same ? { found: 'answer', answer: row.answer } : { found: 'other-input' }
}

/** The press's answer as JSON, for a statement that reads more than that; null: it was never answered. */
export const answerJson = ({ userId, key }: Press): Sql => sql`(SELECT jsonb_build_object('inputHash', a.input_hash,
  'procedure', a.procedure, 'answer', a.answer) FROM idempotent_answer a
  WHERE a.user_id = ${userId} AND a.key = ${key}::uuid)`

const StoredAnswer = z.object({ inputHash: z.string(), procedure: z.string(), answer: z.unknown() }).nullable()

export function parseAnswer(stored: unknown, press: Press): Earlier {
  const row = StoredAnswer.parse(stored)
  return row === null ? { found: 'none' } : earlierOf(row, press)
}

/** The answers of several presses of one person as JSON, for a statement that reads more than that. */
export const answersJson = (presses: readonly Press[]): Sql => sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'inputHash', a.input_hash, 'procedure', a.procedure,
    'answer', a.answer)), '[]') FROM idempotent_answer a
  WHERE a.user_id = ${presses[0]?.userId ?? ''} AND a.key = ANY(${presses.map(({ key }) => key)}::uuid[]))`

const StoredAnswers = z.array(
  z.object({ key: z.string(), inputHash: z.string(), procedure: z.string(), answer: z.unknown() }),
)

/** By the presses' keys; what was never answered is not there. */
export function parseAnswers(stored: unknown, presses: readonly Press[]): Map<string, Earlier> {
  const byKey = new Map(presses.map((press) => [press.key, press]))
  return new Map(
    StoredAnswers.parse(stored).flatMap((row): [string, Earlier][] => {
      const press = byKey.get(row.key)
      return press === undefined ? [] : [[row.key, earlierOf(row, press)]]
    }),
  )
}

/** Keeps the answer with the fact, in one transaction. Refusals are not kept: nothing was done, so trying again may help. */
export async function keepAnswerInTx(tx: Tx, press: Press, answer: object): Promise<void> {
  await tx.$executeRaw(keepAnswer(press, answer))
}

/** The same, to be part of a statement that writes the fact. */
export function keepAnswer(press: Press, answer: object): Sql {
  const { userId, key, procedure } = press
  return sql`INSERT INTO idempotent_answer (user_id, key, procedure, input_hash, answer)
    VALUES (${userId}, ${key}::uuid, ${procedure}, ${hashOf(press)}, ${JSON.stringify(answer)}::jsonb)`
}

export async function keepAnswersInTx(tx: Tx, kept: readonly { press: Press; answer: ReportResult }[]): Promise<void> {
  if (kept.length === 0) return
  const rows = kept.map(({ press, answer }) => ({
    ...{ user_id: press.userId, key: press.key, procedure: press.procedure, input_hash: hashOf(press), answer },
  }))
  await tx.$executeRaw(sql`INSERT INTO idempotent_answer (user_id, key, procedure, input_hash, answer)
    SELECT user_id, key, procedure, input_hash, answer
    FROM jsonb_populate_recordset(NULL::idempotent_answer, ${JSON.stringify(rows)}::jsonb)`)
}

export async function lockPressInTx(tx: Tx, press: Press): Promise<void> {
  await tx.$queryRaw(sql`SELECT ${pressLock(press)}`)
}

/** Does what a press asks for once: the same press again gets the first answer. The caller holds the press's lock. */
export async function onceInTx(tx: Tx, press: Press, work: () => Promise<DoneResult>): Promise<DoneResult> {
  const earlier = await findAnswerInTx(tx, press)
  if (earlier.found === 'answer') return DoneResult.parse(earlier.answer)
  if (earlier.found === 'other-input') return { ok: false, refusal: refuse('key-reused') }
  const answer = await work()
  if (answer.ok) await keepAnswerInTx(tx, press, answer)
  return answer
}

/** The same in a transaction of its own, which holds the press's lock from its beginning. */
export const doOnce = (prisma: Database, press: Press, work: (tx: Tx) => Promise<DoneResult>): Promise<DoneResult> =>
  prisma.$transaction(
    async (tx) => {
      await lockPressInTx(tx, press)
      return onceInTx(tx, press, () => work(tx))
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
