import { z } from 'zod'
import { findService } from '../env'

export const KafkaServices = z.object({ brokers: z.array(z.string()).min(1), users: z.record(z.string(), z.string()) })
export type KafkaServices = z.infer<typeof KafkaServices>

const KafkaPart = z.object({ kafka: KafkaServices }).transform(({ kafka }) => kafka)

/** Where the tests' Kafka is: `LIANXI_TEST_KAFKA` ({brokers, users} as JSON), else the running stack's file. */
export const kafkaServices = (): KafkaServices =>
  findService('Kafka', 'LIANXI_TEST_KAFKA', (json) => KafkaServices.parse(JSON.parse(json)), KafkaPart)

/** The environment a started process inherits, with what it alone needs. */
export const processEnvironment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  ...extra,
})
