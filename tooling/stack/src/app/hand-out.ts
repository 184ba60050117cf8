import pg from 'pg'
import { readStack } from '../stack-file'

const USER = /^region-(\d{6})-([ab])$/

/**
 * Tells the database of the regions' users this stack made, once: from then on it says whether they may, and a revoked
 * one stays revoked.
 */
export async function registerHandedOut(migratorUrl: string): Promise<void> {
  const slots = readStack().local.handedOut.flatMap((user) => {
    const [, region, slot] = USER.exec(user) ?? []
    return region === undefined || slot === undefined ? [] : [{ region, slot }]
  })
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO public.credential_command (region, slot, kind, requested_by_name, finished_at)
       SELECT s.region, s.slot, 'issue', '本机环境', clock_timestamp()
       FROM jsonb_to_recordset($1::jsonb) AS s (region text, slot text)
       WHERE NOT EXISTS (SELECT FROM public.credential_command c WHERE c.region = s.region AND c.slot = s.slot)`,
      [JSON.stringify(slots)],
    )
  } finally {
    await client.end()
  }
}
