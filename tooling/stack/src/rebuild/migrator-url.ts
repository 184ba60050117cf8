import { environment } from '../env'
import { Refusal } from '../refusal'
import { findStack } from '../stack-file'

/** The owner's address: from the environment on a deployed system, else from the running local stack. */
export function migratorUrl(): string {
  const url = environment.MIGRATOR_URL ?? findStack()?.postgres?.urls.migrator
  if (url !== undefined) return url
  throw new Refusal(
    '数据库未启动：请先运行 npm run stack:up 或设置 MIGRATOR_URL。\nNo database: start the stack or set MIGRATOR_URL.',
  )
}
