import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brokerPid, startBroker } from '@lianxi/stack/kafka/broker'
import { canSignIn as brokerTakes, type Login } from '@lianxi/broker/client'
import { ensureJars } from '@lianxi/stack/kafka/jars'
import { findJava } from '@lianxi/stack/kafka/java'
import { paths } from '@lianxi/stack/paths'
import { canSignIn as databaseTakes } from '@lianxi/stack/postgres/roles'
import { findCluster, startServer } from '@lianxi/stack/postgres/server'
import { run } from '@lianxi/stack/process/run'
import { readStack } from '@lianxi/stack/stack-file'
import type { Part } from './part'
import { superviseService } from './service-part'

/** The server's pid stands in the first line of its own pid file; its sessions are its children. */
async function postgresPids(folder: string): Promise<number[]> {
  const file = path.join(folder, 'postmaster.pid')
  const server = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN
  if (!Number.isInteger(server)) return []
  const { output } = await run('pgrep', ['-P', String(server)])
  const sessions = output.split('\n').map(Number)
  return [server, ...sessions].filter((pid) => pid > 0)
}

/** PostgreSQL under supervision: killed with all its sessions at once, as a machine that loses its power. */
export async function postgresPart(adminUrl: string, signal: AbortSignal): Promise<Part> {
  const cluster = await findCluster()
  const { port } = new URL(adminUrl)
  const service = {
    name: 'postgres' as const,
    pids: () => postgresPids(cluster.folder),
    start: () => startServer(cluster, Number(port), true),
    serves: () => databaseTakes(adminUrl),
  }
  return superviseService(service, signal)
}

export async function brokerPart(admin: Login, signal: AbortSignal): Promise<Part> {
  const [java, jars] = [await findJava(), await ensureJars()]
  const { kafka, kafkaController } = readStack().local.ports
  if (kafka === undefined || kafkaController === undefined) throw new Error('the broker runs without ports')
  const data = { data: paths.kafkaData, adminPassword: admin.password }
  const settings = { clientPort: kafka, controllerPort: kafkaController, ...data }
  const service = {
    name: 'broker' as const,
    pids: () => Promise.resolve([brokerPid()].filter((pid) => pid !== undefined)),
    start: () => startBroker(java, jars, settings, admin),
    serves: () => brokerTakes(admin),
  }
  return superviseService(service, signal)
}
