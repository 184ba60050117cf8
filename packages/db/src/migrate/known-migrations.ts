import { readMigrations } from './apply-migrations'

/** Put in by the bundler: a bundle stands alone, without the folder of migrations. */
declare const LIANXI_MIGRATIONS: readonly string[] | undefined

/** Names of the migrations this build was made for, in their order. */
export const knownMigrations = (): readonly string[] =>
  typeof LIANXI_MIGRATIONS === 'undefined' ? readMigrations().map(({ name }) => name) : LIANXI_MIGRATIONS
