import { appendFileSync, chownSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { note } from '../progress'
import { run, tail } from '../process/run'
import { Refusal } from '../refusal'
import { waitFor } from '../wait-for'
import { clusterFolder, postgresBinaries } from './binaries'
import { postgresUser, type OsUser } from './os-user'

/** A local cluster: where its programs and files are and whom it runs as. */
export type Cluster = { bin: string; folder: string; log: string; user: OsUser | undefined }

export async function findCluster(): Promise<Cluster> {
  const user = await postgresUser()
  const folder = clusterFolder(user)
  return { bin: await postgresBinaries(user), folder, log: path.join(path.dirname(folder), 'server.log'), user }
}

/** Programs of PostgreSQL run as its user and from a folder that user can enter. */
async function call(cluster: Cluster, program: string, args: readonly string[]) {
  const as = cluster.user === undefined ? {} : { uid: cluster.user.uid, gid: cluster.user.gid }
  return run(path.join(cluster.bin, program), args, { cwd: '/', ...as })
}

const exists = (cluster: Cluster): boolean => existsSync(path.join(cluster.folder, 'PG_VERSION'))

/** Creates the cluster once. A first attempt that was killed leaves files without PG_VERSION: they are removed. */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  if (exists(cluster)) return
  for (const left of existsSync(cluster.folder) ? readdirSync(cluster.folder) : []) {
    rmSync(path.join(cluster.folder, left), { recursive: true, force: true })
  }
  const passwordFile = path.join(path.dirname(cluster.folder), 'initdb.password')
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (cluster.user !== undefined) chownSync(passwordFile, cluster.user.uid, cluster.user.gid)
  // With LC_CTYPE=C pg_trgm would ignore Chinese; `C` collation with C.UTF-8 types is fast and understands it.
  const locale = ['--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const made = await call(cluster, 'initdb', ['-D', cluster.folder, ...locale, ...access])
  rmSync(passwordFile, { force: true })
  if (made.code !== 0) throw new Refusal(`PostgreSQL 初始化失败 (initdb failed):\n${tail(made.output)}`)
}

/** pid of a running server of this folder: line 1 of postmaster.pid, which PostgreSQL itself tells from a stale one. */
export async function isServing(cluster: Cluster): Promise<boolean> {
  return exists(cluster) && (await call(cluster, 'pg_ctl', ['status', '-D', cluster.folder])).code === 0
}

/** The port of the running server: line 4 of postmaster.pid. */
export function servingPort(cluster: Cluster): number | undefined {
  const file = path.join(cluster.folder, 'postmaster.pid')
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) : NaN
  return Number.isInteger(port) && port > 0 ? port : undefined
}

function flags(port: number, durable: boolean): string {
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '192MB',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ')
}

/**
 * Starts the server detached from us (`pg_ctl` gives it a session of its own, so Ctrl-C does not reach it).
 * After a killed postmaster its children need a moment to notice: that start fails once or twice and is repeated.
 */
export async function startServer(cluster: Cluster, port: number, durable: boolean): Promise<void> {
  const begin = ['start', '-D', cluster.folder, '-l', cluster.log, '-w', '-t', '60', '-s', '-o', flags(port, durable)]
  if (!existsSync(cluster.log)) {
    appendFileSync(cluster.log, '')
    if (cluster.user !== undefined) chownSync(cluster.log, cluster.user.uid, cluster.user.gid)
  }
  const up = await waitFor(
    async () => {
      const started = await call(cluster, 'pg_ctl', begin)
      if (started.code === 0) return true
      note('PostgreSQL', `… 重试 retrying: ${tail(started.output, 1)}`)
      return undefined
    },
    { timeoutMs: 10_000, everyMs: 500 },
  )
  if (!up) {
    const said = tail(readFileSync(cluster.log, 'utf8'), 8)
    throw new Refusal(`PostgreSQL 无法启动 (could not start); ${cluster.log}:\n${said}`)
  }
}

/** `fast` ends open sessions; the cluster is consistent afterwards. */
export async function stopServer(cluster: Cluster): Promise<boolean> {
  if (!(await isServing(cluster))) return false
  const stopped = await call(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '30', '-s'])
  if (stopped.code !== 0) await call(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'immediate', '-w', '-s'])
  return true
}
