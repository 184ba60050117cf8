import { z } from 'zod'

/** The seeder works as the database's owner: it makes accounts, moves the demo's clock and writes the outbox. */
export const environment = z
  .object({
    MIGRATOR_URL: z.string().min(1, 'MIGRATOR_URL is the address of the database, as its owner'),
    LIANXI_MODE: z.enum(['demo', 'production', 'test']).default('demo'),
  })
  .parse(process.env)
