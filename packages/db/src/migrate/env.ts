/** Address of the database as the role that owns its schema. */
export function migratorUrl(): string {
  const url = process.env.MIGRATOR_URL
  if (url === undefined || url === '') throw new Error('MIGRATOR_URL is not set: the address of the role "migrator"')
  return url
}
