import { expect, it } from 'vitest'
import { readEnv } from './env'

const good = { DATABASE_URL: 'postgresql://web_app@db/lianxi', AUTH_SECRET: 'a'.repeat(16) + '0123456789abcdef' }

it('names what is missing', () => {
  expect(() => readEnv({})).toThrow(/DATABASE_URL[\s\S]*AUTH_SECRET/)
  expect(() => readEnv({ ...good, AUTH_SECRET: 'short' })).toThrow('32')
})

it('is production unless told otherwise, and production refuses a secret that looks like a default', () => {
  expect(readEnv(good).LIANXI_MODE).toBe('production')
  const weak = { ...good, AUTH_SECRET: 'please-change-me-please-change-me-please' }
  expect(() => readEnv(weak)).toThrow('looks like a default')
  expect(readEnv({ ...weak, LIANXI_MODE: 'demo' }).LIANXI_MODE).toBe('demo')
})
