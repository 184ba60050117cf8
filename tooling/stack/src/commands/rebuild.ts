import { parseArgs } from 'node:util'
import { explainingDatabase } from '../postgres/explain'
import { listenForStop } from '../process/stop-signal'
import { rebuildAgain } from '../rebuild/again'
import { migratorUrl } from '../rebuild/migrator-url'
import { refill } from '../rebuild/refill'
import { republish } from '../rebuild/republish'
import { Refusal } from '../refusal'

const USAGE = `用法 · usage:
  npm run rebuild -- --verify      重建一份并逐行核对，不作改动 · rebuild beside the board, compare row by row, change nothing
  npm run rebuild -- --swap        重建、核对后替换现有看板 · the same, then put the rebuilt board in its place
  npm run rebuild -- --from-kafka  数据库丢失后，由 Kafka 填充已迁移的空库 · fill an empty migrated database from the topics
  npm run rebuild -- --to-kafka    主题丢失后，由数据库按原位置重新发布 · publish what the topics lost, each message at its old place`

const WAYS: Readonly<Record<string, (url: string) => Promise<void>>> = {
  verify: (url) => rebuildAgain(url, false),
  swap: (url) => rebuildAgain(url, true),
  'from-kafka': refill,
  'to-kafka': republish,
}

function readArguments(): (url: string) => Promise<void> {
  const options = Object.fromEntries(Object.keys(WAYS).map((name) => [name, { type: 'boolean' as const }]))
  const { values } = parsed(() => parseArgs({ args: process.argv.slice(3), options }))
  const asked = Object.entries(WAYS).filter(([name]) => values[name] === true)
  const [one] = asked
  if (one === undefined || asked.length > 1) throw new Refusal(USAGE)
  return one[1]
}

/** An option nobody knows is answered with those there are. */
function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

/** What a lost or doubted board needs; see infra/README.md for when to use which. */
export async function rebuild(): Promise<void> {
  const run = readArguments()
  const url = migratorUrl()
  listenForStop()
  await explainingDatabase(() => run(url))
}
