import { existsSync } from 'node:fs'
import { stopApps } from '../app/apps'
import { stopKafka } from '../kafka/up'
import { makeFolders, paths } from '../paths'
import { stopPostgres } from '../postgres/up'
import { withLock } from '../process/lock'
import { note } from '../progress'
import { updateStack } from '../stack-file'

export async function stopServices(): Promise<void> {
  await withLock(async () => {
    updateStack((stack) => {
      delete stack.web
      delete stack.worker
    })
    await Promise.all([stopKafka(), stopPostgres()])
  })
}

/** Ends everything of this LIANXI_HOME in the order of dependence; harmless when nothing runs. */
export async function bringDown(): Promise<void> {
  if (!existsSync(paths.stackFile)) return
  makeFolders()
  await stopApps() // before the lock: a running `npm start` needs it to stop its own services
  await stopServices()
}

export async function down(): Promise<void> {
  await bringDown()
  note('完成', `已停止 stopped: ${paths.home}`)
}
