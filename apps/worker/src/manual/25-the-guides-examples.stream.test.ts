import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseMessage } from '@lianxi/schema/events/parse'
import { kafkaServices } from '@lianxi/testkit/kafka/env'
import { newEventId } from '@lianxi/testkit/codes'
import { buildReportReturned } from '@lianxi/testkit/events-reports'
import { waitFor } from '@lianxi/testkit/wait-for'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readCells, readParked } from '../testing/board'
import { EXAMPLES, kafkaJars, librdkafkaOf, pythonWithClient, runExample, type Ran } from '../testing/outside-clients'
import { planOf } from '../testing/plan'
import { assignChannel, issueCredential, startAdminPart, type Login } from '../testing/region-system'
import { openWorld, type World } from '../testing/world'

/** Programs that are not KafkaJS: what the guide gives to a region's engineers, as it is. */
type Client = {
  /** Each file in turn. */
  send: (files: string[], login: Login) => Promise<Ran>
  read: (topic: string, login: Login) => Promise<Ran>
}
let python: string
let folder: string

const environmentOf = ({ user, password }: Login) => ({
  LIANXI_BROKERS: kafkaServices().brokers.join(','),
  LIANXI_USER: user,
  LIANXI_PASSWORD: password,
  LIANXI_PROTOCOL: 'SASL_PLAINTEXT',
})

function kcatEnvironment({ user, password }: Login, library: string | undefined): Record<string, string> {
  const config = path.join(folder, `kcat-${user}.conf`)
  const template = readFileSync(path.join(EXAMPLES, 'kcat.conf'), 'utf8')
  const filled = template
    .replace('消息服务地址:9092', kafkaServices().brokers.join(','))
    .replace('SASL_SSL\n', 'SASL_PLAINTEXT\n')
    .replace('region-510403-a', user)
    .replace('发放时显示的口令', password)
  writeFileSync(config, filled, { mode: 0o600 })
  return { KCAT_CONFIG: config, ...(library === undefined ? {} : { LD_LIBRARY_PATH: library }) }
}

/** `what` is the source, as in the guide, or its class: Java compiles a source at each start, once a test is enough. */
const java = (login: Login, what: 'Direct.java' | 'Direct', ...args: string[]) =>
  runExample(
    'java',
    ['-XX:TieredStopAtLevel=1', '-cp', `${kafkaJars()}:${folder}`, what, ...args],
    environmentOf(login),
  )

const CLIENTS: Record<string, Client> = {
  'kcat-send.sh': {
    send: async (files, login) => {
      const environment = kcatEnvironment(login, librdkafkaOf(python))
      let last: Ran | undefined
      for (const file of files) last = await runExample('./kcat-send.sh', [file], environment)
      if (last === undefined) throw new Error('no file to send')
      return last
    },
    read: (topic, login) => runExample('./kcat-read.sh', [topic], kcatEnvironment(login, librdkafkaOf(python))),
  },
  'direct.py': {
    send: (files, login) => runExample(python, ['direct.py', 'send', ...files], environmentOf(login)),
    read: (topic, login) => runExample(python, ['direct.py', 'read', topic], environmentOf(login)),
  },
  'Direct.java': {
    send: (files, login) => java(login, 'Direct', 'send', ...files),
    read: (topic, login) => java(login, 'Direct.java', 'read', topic),
  },
}

const EventFile = z.object({
  headers: z.record(z.string(), z.string()),
  data: z.record(z.string(), z.unknown()),
  key: z.string(),
  topic: z.string(),
})

/** The guide's event file with this test's places and ids in it, and nothing else changed. */
function eventFile(world: World, name: string, ids: { id: string; replaces: string | null }): string {
  const { zone, region, body } = world.office
  const event = EventFile.parse(JSON.parse(readFileSync(path.join(EXAMPLES, `${name}.json`), 'utf8')))
  const file = path.join(folder, `${name}-${ids.id}.json`)
  const headers = { ...event.headers, ce_id: ids.id, ce_source: body }
  const data = { ...event.data, zone, region, body, replaces: ids.replaces }
  writeFileSync(file, JSON.stringify({ ...event, topic: world.target, headers, data }))
  return file
}

async function openDirect(): Promise<{ world: World; login: Login }> {
  const world = await openWorld()
  world.startConsumer()
  startAdminPart(world)
  await world.say(...planOf(world.office))
  await waitFor(
    'the open cell',
    () => readCells(world.pool),
    ([cell]) => cell?.state === 'pending',
  )
  const login = await issueCredential(world, 'a')
  await assignChannel(world, 'target', 'direct')
  return { world, login }
}

beforeAll(async () => {
  python = await pythonWithClient()
  folder = mkdtempSync(path.join(tmpdir(), 'lianxi-guide-'))
  const compiled = await runExample('javac', ['-cp', kafkaJars(), '-d', folder, 'Direct.java'], {})
  if (compiled.code !== 0) throw new Error(compiled.err)
  return () => rmSync(folder, { recursive: true, force: true })
})

describe('25 · the guide’s examples', () => {
  test.each(Object.entries(CLIENTS))(
    '%s: reports, sends again, corrects, reads its zone, and is told what it may not',
    async (_name, client) => {
      const { world, login } = await openDirect()
      const [first, second] = [newEventId(), newEventId()]
      const report = eventFile(world, 'target-report', { id: first, replaces: null })
      expect(await client.send([report, report], login)).toMatchObject({ code: 0 })
      await world.applied(world.target, 2n)
      expect(await readCells(world.pool)).toMatchObject([{ state: 'reported', value: '160.500000', reports: 1 }])

      const correction = eventFile(world, 'target-correction', { id: second, replaces: first })
      expect(await client.send([correction], login)).toMatchObject({ code: 0 })
      await world.applied(world.target, 3n)
      expect(await readCells(world.pool)).toMatchObject([{ value: '161.200000', event_id: second, conflict: false }])
      expect(await readParked(world.pool)).toEqual([])

      await world.say(buildReportReturned({ region: world.region, report: second, reason: '请核对口径' }))
      const zone = await client.read(world.meeting, login)
      expect(zone).toMatchObject({ code: 0, out: expect.stringContaining('请核对口径') as string })
      expect(zone.out).toContain('lianxi.report.returned.v1')

      const foreign = path.join(folder, `foreign-${first}.json`)
      writeFileSync(foreign, readFileSync(report, 'utf8').replace(world.target, world.project))
      const refused = await client.send([foreign], login)
      expect(refused.code).not.toBe(0)
      expect(refused.err).toMatch(/authoriz/i)
    },
  )

  test.each(['target-report', 'target-correction', 'project-report'])('%s.json keeps the contract', (name) => {
    const { topic, key, headers, data } = EventFile.parse(
      JSON.parse(readFileSync(path.join(EXAMPLES, `${name}.json`), 'utf8')),
    )
    const bytes = Object.fromEntries(Object.entries(headers).map(([header, text]) => [header, Buffer.from(text)]))
    const message = { topic, key: Buffer.from(key), headers: bytes, value: Buffer.from(JSON.stringify(data)) }
    expect(parseMessage(message)).toMatchObject({ ok: true })
  })

  test('Debian 12’s kcat with its own librdkafka is refused with the right password, as the guide warns', async () => {
    const { out, err } = await runExample('kcat', ['-V'], {})
    const [, major = '0', minor = '0', patch = '0'] = /librdkafka (\d+)\.(\d+)\.(\d+)/.exec(out + err) ?? []
    const old = Number(major) * 10_000 + Number(minor) * 100 + Number(patch) < 20_601
    const { world, login } = await openDirect()
    const config = kcatEnvironment(login, undefined)
    const ask = ['-F', path.join(folder, `kcat-${login.user}.conf`), '-L', '-m', '30']
    const asked = await runExample('kcat', ask, config, /invalid credentials/)
    expect(asked.code === 0).toBe(!old)
    if (old) expect(asked.err).toContain('invalid credentials')
    else expect(asked.out).toContain(world.plan)
  })
})
