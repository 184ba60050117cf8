import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { jarsFolder, paths } from '../paths'
import { note } from '../progress'
import { run, tail } from '../process/run'
import { stopSignal } from '../process/stop-signal'
import { Refusal } from '../refusal'

/** What a download from nothing fetches: the broker (54 MB) and Maven's own plugins. Only for "how far it is". */
const ABOUT_MEGABYTES = 65

const UNITS: Readonly<Record<string, number>> = { B: 1e-6, kB: 1e-3, MB: 1 }

/** Megabytes of one of Maven's "Downloaded from central: … (674 kB at 9.5 MB/s)" lines; 0 for other lines. */
export function downloadedMegabytes(line: string): number {
  const found = /Downloaded from .*\(([\d.]+) (B|kB|MB) at/.exec(line)
  return found === null ? 0 : Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0)
}

/** Says the sum so far, at most every two seconds. */
function downloadMeter(): (line: string) => void {
  let files = 0
  let megabytes = 0
  let said = Date.now()
  return (line) => {
    const size = downloadedMegabytes(line)
    if (size === 0) return
    files += 1
    megabytes += size
    if (Date.now() - said < 2_000) return
    said = Date.now()
    note('Kafka', `  下载 download: ${files} 个文件 files, ${megabytes.toFixed(0)} / ≈${ABOUT_MEGABYTES} MB`)
  }
}

/** The folder with the broker's jars, downloaded once (by Maven, see `requireKafkaTools`). It appears under its name only when it is complete. */
export async function ensureJars(): Promise<string> {
  const folder = jarsFolder()
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  mkdirSync(path.dirname(folder), { recursive: true })
  note('Kafka', `  首次下载 Apache Kafka · first download, about ${ABOUT_MEGABYTES} MB, by Maven`)
  const copied = await run(
    'mvn',
    // prettier-ignore
    ['-B', '-f', path.join(paths.infraKafka, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`],
    { onLine: downloadMeter(), signal: stopSignal },
  )
  if (copied.code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    const errors = copied.output.split('\n').filter((line) => line.startsWith('[ERROR]'))
    throw new Refusal(
      `无法下载 Kafka：请检查网络或 Maven 镜像设置（~/.m2/settings.xml）。` +
        `\nKafka could not be downloaded; check the network or your Maven mirror:\n${tail(errors.join('\n'), 4)}`,
    )
  }
  // Another copy of this checkout may have been faster: its folder is just as good.
  if (existsSync(folder)) rmSync(draft, { recursive: true, force: true })
  else renameSync(draft, folder)
  return folder
}
