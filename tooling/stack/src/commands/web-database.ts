import { environment } from '../env'
import { Refusal } from '../refusal'
import { findStack } from '../stack-file'

/** The web's address: from the environment on a deployed system, else from the running local stack. */
export function webDatabaseUrl(): string {
  const url = environment.DATABASE_URL ?? findStack()?.postgres?.urls.web_app
  if (url !== undefined) return url
  throw new Refusal(
    '数据库未启动：请先运行 npm run stack:up 或设置 DATABASE_URL。\nNo database: start the stack or set DATABASE_URL.',
  )
}
