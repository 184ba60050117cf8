import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { makeFolders, paths } from '../paths'
import { clusterFolder } from '../postgres/binaries'
import { postgresUser } from '../postgres/os-user'
import { note } from '../progress'
import { bringDown } from './down'

/** Erases all local data of this LIANXI_HOME. Downloads and builds stay. */
export async function reset(): Promise<void> {
  if (existsSync(paths.home)) {
    makeFolders()
    await bringDown()
    const cluster = clusterFolder(await postgresUser())
    const outside = cluster.startsWith(paths.home) ? [] : [path.dirname(cluster)]
    for (const folder of [paths.postgres, paths.kafka, paths.run, paths.logs, paths.stackFile, ...outside]) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  note('完成', `本地数据已清除 local data erased: ${paths.home}`)
}
