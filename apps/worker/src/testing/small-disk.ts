import { execFileSync } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { createPool } from '@lianxi/db/pool'

type Pool = ReturnType<typeof createPool>
export type SmallDisk = { fill: () => void; makeRoom: () => void }

/**
 * Puts a table of the test's database on a disk of four megabytes of its own, which can be filled. Undefined where this
 * machine does not let us: mounting needs root, and the server must run here.
 */
export async function moveToSmallDisk(pool: Pool, table: string): Promise<SmallDisk | undefined> {
  const folder = mkdtempSync('/var/tmp/lianxi-disk-')
  try {
    const { rows } = await pool.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
    const { uid } = statSync(rows[0]?.folder ?? '')
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=4m,mode=700,uid=${uid}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined // no root, no mount, or a server elsewhere: the caller says so
  }
  const name = path.basename(folder).replace(/\W/g, '_').toLowerCase()
  await pool.query(`CREATE TABLESPACE ${name} LOCATION '${folder}'`)
  await pool.query(`ALTER TABLE ${table} SET TABLESPACE ${name}`)
  const filler = path.join(folder, 'filler')
  const makeRoom = () => rmSync(filler, { force: true })
  onTestFinished(async () => {
    makeRoom()
    await pool.query(`ALTER TABLE ${table} SET TABLESPACE pg_default`)
    await pool.query(`DROP TABLESPACE ${name}`)
    // Lazily: a session that did nothing since may still hold a file of it open.
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true })
  })
  return { fill: () => fillUp(filler), makeRoom }
}

/** Writes until nothing fits any more. */
function fillUp(filler: string): void {
  for (;;) {
    try {
      writeFileSync(filler, Buffer.alloc(4_096), { flag: 'a' })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return
      throw error
    }
  }
}
