import { z } from 'zod'
import { findService } from '../env'

const AdminUrl = z
  .object({ postgres: z.object({ urls: z.object({ admin: z.string() }) }) })
  .transform(({ postgres }) => postgres.urls.admin)

/** Superuser address of the PostgreSQL the tests use: `LIANXI_TEST_POSTGRES_URL`, else the running stack's file. */
export const postgresAdminUrl = (): string =>
  findService('PostgreSQL', 'LIANXI_TEST_POSTGRES_URL', (url) => url, AdminUrl)
