import { createHash } from 'node:crypto'
import { chownSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'
import { run, tail } from '../process/run'
import { Refusal } from '../refusal'

/** Whom the server runs as when we are root; `home` is a data folder that user can reach. */
export type OsUser = { uid: number; gid: number; home: string }

async function findIds(): Promise<{ uid: number; gid: number } | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

async function createIds(): Promise<{ uid: number; gid: number }> {
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  const ids = await findIds()
  if (ids !== undefined) return ids
  throw new Refusal(
    `PostgreSQL 不能以 root 运行，且无法创建系统用户 postgres：${tail(made.output, 2)}` +
      `\nPostgreSQL refuses to run as root and the user "postgres" could not be created. Create it, or start as another user.`,
  )
}

export async function mayExecute(user: Pick<OsUser, 'uid' | 'gid'>, file: string): Promise<boolean> {
  const { uid, gid } = user
  const tried = await run('test', ['-x', file], { uid, gid, cwd: '/' })
  return tried.code === 0
}

function ownedFolder(folder: string, ids: { uid: number; gid: number }): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, ids.uid, ids.gid)
  return folder
}

/**
 * Undefined for an ordinary user, who owns the server. PostgreSQL refuses root, so root lends it to `postgres`,
 * with its data outside LIANXI_HOME where that user cannot enter it (a checkout under /root).
 */
export async function postgresUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const ids = (await findIds()) ?? (await createIds())
  if (await mayExecute(ids, paths.postgres))
    return { ...ids, home: ownedFolder(path.join(paths.postgres, 'data'), ids) }
  const outside = path.join('/var/tmp', `lianxi-${createHash('sha256').update(paths.home).digest('hex').slice(0, 10)}`)
  mkdirSync(outside, { recursive: true, mode: 0o755 })
  return { ...ids, home: ownedFolder(path.join(outside, 'data'), ids) }
}
