import pg from 'pg'
import type { Services } from './services'

const withName = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

/** The services' addresses for a database of another name. */
export function urlsOf({ postgres: { urls } }: Services, name: string): Services['postgres']['urls'] {
  const { admin, worker_app, web_app, migrator } = urls
  const of = (url: string) => withName(url, name)
  return { admin: of(admin), worker_app: of(worker_app), web_app: of(web_app), migrator: of(migrator) }
}

export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/**
 * A database of one run's own that begins as `template` stands now. The checkpoint before it is the runs' common
 * start: none pays for what another one wrote.
 */
export async function withDatabase<Result>(
  services: Services,
  { name, template }: { name: string; template: string },
  measure: (urls: Services['postgres']['urls']) => Promise<Result>,
): Promise<Result> {
  const { admin } = services.postgres.urls
  await query(admin, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER migrator`)
  await query(admin, 'CHECKPOINT')
  try {
    return await measure(urlsOf(services, name))
  } finally {
    await query(admin, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}
