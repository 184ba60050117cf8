import path from 'node:path'
import { environment } from '../env'
import { run } from '../process/run'
import { Refusal } from '../refusal'

const OLDEST = 17

/** Major version from `java -version` ("17.0.15", "21", "25-ea", and 1.8's old style). Undefined if it is no Java. */
export function majorVersion(output: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(output)?.[1]
  return found === undefined ? undefined : Number(found)
}

async function tryRun(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { code, output } = await run(command, args)
    return code === 0 ? output : undefined
  } catch {
    return undefined // not installed
  }
}

/** The Java program Kafka runs on: JAVA_HOME's, else the one on the PATH. */
export async function findJava(): Promise<string> {
  const java = environment.JAVA_HOME === undefined ? 'java' : path.join(environment.JAVA_HOME, 'bin', 'java')
  const said = await tryRun(java, ['-version'])
  const major = said === undefined ? undefined : majorVersion(said)
  if (major !== undefined && major >= OLDEST) return java
  const found = major === undefined ? '未找到 Java (no Java found)' : `当前为 Java ${major} (found Java ${major})`
  throw new Refusal(
    `Kafka 需要 Java ${OLDEST} 或更高版本，${found}。请安装后重试，例如 Debian/Ubuntu：apt-get install openjdk-17-jre-headless；macOS：brew install openjdk@17；` +
      `或设置 KAFKA_BROKERS 使用已有的 Kafka。\nKafka needs Java ${OLDEST} or newer: install a JRE (openjdk-17-jre-headless), set JAVA_HOME, or set KAFKA_BROKERS to use a broker you have.`,
  )
}

/** Maven fetches the broker's jars; it is needed once, on the first start. */
export async function requireMaven(): Promise<void> {
  if ((await tryRun('mvn', ['-v'])) !== undefined) return
  throw new Refusal(
    `首次启动需要 Maven 下载 Kafka，但未找到 mvn 命令。请安装后重试，例如 Debian/Ubuntu：apt-get install maven；macOS：brew install maven。` +
      `\nThe first start downloads Kafka with Maven, which was not found: install it (apt-get install maven) or set KAFKA_BROKERS.`,
  )
}
