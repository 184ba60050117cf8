import { expect, it } from 'vitest'
import { weakSecrets } from './refuse-demo'

it('names secrets that are short or well known, and nothing else', () => {
  const secrets = {
    AUTH_SECRET: 'lianxi-demo-2025',
    KAFKA_PASSWORD: 'short',
    RELAY_KAFKA_PASSWORD: '5d35a563605445be8090682f551bf5ee',
    MIGRATOR_URL: undefined,
  }
  expect(weakSecrets(secrets)).toEqual(['AUTH_SECRET', 'KAFKA_PASSWORD'])
})
