import { describe, expect, test } from 'vitest'
import { readEnv } from './env'

const MINIMAL = { WORKER_DATABASE_URL: 'postgres://worker@localhost/lianxi', KAFKA_BROKERS: 'a:9092, b:9092' }

describe('the environment', () => {
  test('has defaults for all but the addresses', () => {
    expect(readEnv(MINIMAL)).toMatchObject({
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
      WORKER_PARTS: ['consumer', 'relay', 'calendar', 'judge', 'notices'],
      WORKER_GROUP: 'lianxi-worker',
      KAFKA_SSL: false,
    })
  })

  test('parts can be run apart', () => {
    expect(readEnv({ ...MINIMAL, WORKER_PARTS: 'relay' }).WORKER_PARTS).toEqual(['relay'])
    expect(() => readEnv({ ...MINIMAL, WORKER_PARTS: 'mailer' })).toThrow('WORKER_PARTS')
  })

  test('the admin part runs where the broker’s admin is known', () => {
    const parts = readEnv({ ...MINIMAL, KAFKA_ADMIN_PASSWORD: 'secret' }).WORKER_PARTS
    expect(parts).toEqual(['consumer', 'relay', 'calendar', 'judge', 'notices', 'admin'])
    expect(() => readEnv({ ...MINIMAL, WORKER_PARTS: 'admin' })).toThrow('KAFKA_ADMIN_PASSWORD')
  })

  test('names every variable that is missing', () => {
    expect(() => readEnv({})).toThrow(/WORKER_DATABASE_URL[^]*KAFKA_BROKERS|KAFKA_BROKERS[^]*WORKER_DATABASE_URL/)
  })

  test('an empty variable is an absent one; a user without a password is refused', () => {
    expect(readEnv({ ...MINIMAL, KAFKA_USERNAME: '', KAFKA_PASSWORD: '' }).KAFKA_USERNAME).toBeUndefined()
    expect(() => readEnv({ ...MINIMAL, KAFKA_USERNAME: 'worker' })).toThrow('belong together')
  })
})
