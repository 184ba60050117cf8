import { expect, test } from 'vitest'
import { createPrisma } from '../client'
import { createPool } from '../pool'
import { createMigratedDatabase } from '../testing/migrated-database'
import { sweepStale } from './sweep'

test('removes what ran out and nothing else, with the web’s own rights; one process at a time', async () => {
  const database = await createMigratedDatabase()
  const admin = createPool(database.url('admin'), { max: 1 })
  const web = createPrisma(database.url('web_app'))
  await admin.query(`
    INSERT INTO "user" (id, name, email, updated_at) VALUES ('u', 'u', 'u@x', now());
    INSERT INTO idempotent_answer (user_id, key, procedure, input_hash, answer, created_at)
      SELECT 'u', gen_random_uuid(), 'p', 'h', '{}', now() - make_interval(days => d) FROM unnest(ARRAY[6, 8]) AS d;
    INSERT INTO login_attempt SELECT 'u' || h, 1, now() - make_interval(hours => h) FROM unnest(ARRAY[1, 25]) AS h;
    INSERT INTO session (id, token, user_id, updated_at, expires_at)
      SELECT 's' || h, 't' || h, 'u', now(), now() + make_interval(hours => h) FROM unnest(ARRAY[-1, 1]) AS h;
    INSERT INTO verification (id, identifier, value, expires_at)
      SELECT 'v' || h, 'i', 'v', now() + make_interval(hours => h) FROM unnest(ARRAY[-1, 1]) AS h;
    INSERT INTO rate_limit (id, key, count, last_request)
      SELECT 'r' || h, 'k' || h, 1, extract(epoch FROM now() - make_interval(hours => h)) * 1000
      FROM unnest(ARRAY[1, 25]) AS h`)

  const holder = await admin.connect()
  await holder.query('SELECT pg_advisory_lock(5104008)')
  expect(await sweepStale(web)).toBeUndefined()
  await holder.query('SELECT pg_advisory_unlock(5104008)')
  holder.release()

  const one = { idempotentAnswers: 1, loginAttempts: 1, sessions: 1, verifications: 1, rateLimits: 1 }
  expect(await sweepStale(web)).toEqual(one)
  expect(Object.values((await sweepStale(web)) ?? {})).toEqual([0, 0, 0, 0, 0])
  await Promise.all([admin.end(), web.$disconnect()])
})
