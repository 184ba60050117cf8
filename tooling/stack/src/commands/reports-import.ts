import { createPrisma } from '@lianxi/db/client'
import { createPool } from '@lianxi/db/pool'
import { restoreReports, type RestoredReport } from '@lianxi/db/report/restore-reports'
import { explainingDatabase } from '../postgres/explain'
import { note, say } from '../progress'
import { migratorUrl } from '../rebuild/migrator-url'
import { count, progressLines } from '../rebuild/progress-lines'

const placeOf = ({ key }: RestoredReport): string => [key.region, key.subject, key.period].join(' ')

/** Prisma hides what PostgreSQL said behind codes of its own. */
async function requireDatabase(url: string): Promise<void> {
  const pool = createPool(url, { max: 1, applicationName: 'lianxi-reports-import' })
  try {
    await pool.query('SELECT FROM report LIMIT 0')
  } finally {
    await pool.end()
  }
}

/**
 * After restoring an older database: brings back reports that were published since the backup. Run it when the worker has
 * caught up and before the web opens; a second run finds nothing to do.
 */
export async function reportsImport(): Promise<void> {
  const url = migratorUrl()
  await explainingDatabase(() => requireDatabase(url))
  const prisma = createPrisma(url, { max: 1, applicationName: 'lianxi-reports-import' })
  try {
    const tell = progressLines('填报', '份 reports')
    const restored = await restoreReports(prisma, tell)
    const kept = restored.filter(({ outcome }) => outcome === 'kept')
    note('填报', `✓ 恢复 ${count(restored.length - kept.length)} 份 · reports brought back`)
    if (kept.length === 0) return
    note(
      '填报',
      `${count(kept.length)} 份在备份恢复后又有改动，未覆盖，请单位与看板核对 · kept, because their offices wrote since:`,
    )
    for (const report of kept) say(`  ${placeOf(report)}`)
  } finally {
    await prisma.$disconnect()
  }
}
