import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HOME, REPOSITORY } from './env'

/** Where things lie under `LIANXI_HOME`. Everything below it may be deleted while nothing runs. */
export const paths = {
  home: HOME,
  stackFile: path.join(HOME, 'stack.json'),
  run: path.join(HOME, 'run'),
  logs: path.join(HOME, 'logs'),
  kafka: path.join(HOME, 'kafka'),
  kafkaData: path.join(HOME, 'kafka', 'data'),
  postgres: path.join(HOME, 'postgres'),
  cache: path.join(REPOSITORY, '.lianxi', 'cache'),
  infraKafka: path.join(REPOSITORY, 'infra', 'kafka'),
  infraPostgres: path.join(REPOSITORY, 'infra', 'postgres'),
} as const

/** The broker's jars are shared by every copy of this checkout and named after their pom, so an upgrade downloads anew. */
export function jarsFolder(): string {
  const pom = readFileSync(path.join(paths.infraKafka, 'pom.xml'))
  const id = createHash('sha256').update(pom).digest('hex').slice(0, 12)
  return path.join(paths.cache, `kafka-${id}`)
}

/**
 * The broker's folder holds every report and what its users' passwords can be tested against, so it and the logs are
 * the owner's alone. `home` and `postgres` stay open for the user that root lends PostgreSQL to; what is in them is not.
 */
export function makeFolders(): void {
  for (const folder of [paths.home, paths.postgres]) mkdirSync(folder, { recursive: true })
  for (const folder of [paths.run, paths.logs, paths.kafka]) mkdirSync(folder, { recursive: true, mode: 0o700 })
}
