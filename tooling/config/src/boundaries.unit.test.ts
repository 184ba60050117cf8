import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

/**
 * Every boundary of `.dependency-cruiser.cjs` can fail: a small tree with one violation of each rule, and one of what
 * is allowed beside it. A new rule without a violation here fails the last test.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const FORBIDDEN: [rule: string, file: string, imported: string][] = [
  ['schema-is-rank-0', 'packages/schema/src/a.ts', '../../domain/src/plain'],
  ['catalog-is-rank-1', 'packages/catalog/src/a.ts', '../../domain/src/plain'],
  ['domain-is-rank-2', 'packages/domain/src/a.ts', '../../db/src/plain'],
  ['office-files-is-rank-1', 'packages/office-files/src/a.ts', '../../domain/src/plain'],
  ['domain-reads-plain-cells-only', 'packages/domain/src/files.ts', '../../office-files/src/write'],
  ['excel-in-one-place', 'apps/web/src/excel.ts', 'exceljs'],
  ['db-is-rank-3', 'packages/db/src/a.ts', '../../../tooling/stack/src/plain'],
  ['readers-stand-on-those-before', 'packages/db/src/readers/base/a.ts', '../moment/plain'],
  ['readers-stand-on-those-before', 'packages/db/src/readers/public/a.ts', '../admin/plain'],
  ['broker-stands-on-schema', 'packages/broker/src/a.ts', '../../domain/src/plain'],
  ['broker-for-worker-and-tooling', 'packages/db/src/broker.ts', '../../broker/src/plain'],
  ['broker-for-worker-and-tooling', 'apps/web/src/broker.ts', '../../../packages/broker/src/plain'],
  ['telemetry-is-a-leaf', 'packages/telemetry/src/a.ts', '../../domain/src/plain'],
  ['testkit-only-in-tests', 'packages/db/src/testkit.ts', '../../testkit/src/plain'],
  ['testkit-only-in-tests', 'apps/worker/src/a.ts', '../../../packages/testkit/src/plain'],
  ['nothing-imports-an-app', 'tooling/stack/src/a.ts', '../../../apps/web/src/plain'],
  ['apps-do-not-know-each-other', 'apps/web/src/a.ts', '../../worker/src/plain'],
  ['no-unresolved', 'apps/web/src/alias-gone.ts', '@/nowhere'],
  ['worker-does-not-know-web', 'apps/worker/src/b.ts', '../../web/src/plain'],
  ['domain-does-no-io', 'packages/domain/src/io.ts', 'node:fs'],
  ['kafkajs-in-one-place', 'apps/worker/src/relay/a.ts', 'kafkajs'],
  ['kafkajs-in-one-place', 'packages/db/src/kafka.ts', 'kafkajs'],
  ['kafkajs-in-one-place', 'apps/worker/src/admin/a.ts', '@platformatic/kafka'],
  ['chaos-checker-stands-alone', 'tooling/chaos/src/checker/a.ts', '../../../../packages/domain/src/plain'],
  ['chaos-checker-stands-alone', 'tooling/chaos/src/checker/b.ts', '../plain'],
  ['web-never-talks-to-kafka', 'apps/web/src/kafka.ts', 'kafkajs'],
  ['prisma-in-db-only', 'apps/web/src/prisma.ts', '@prisma/client'],
  ['trpc-in-routers-only', 'packages/domain/src/trpc.ts', '@trpc/server'],
  ['no-unresolved', 'packages/schema/src/gone.ts', './nowhere'],
]
const ALLOWED: [file: string, imported: string][] = [
  ['packages/domain/src/b.ts', '../../schema/src/plain'],
  ['packages/db/src/b.ts', '../../domain/src/plain'],
  ['packages/db/src/readers/admin/b.ts', '../base/plain'],
  ['packages/domain/src/cells.ts', '../../office-files/src/plain-cell'],
  ['packages/office-files/src/b.ts', 'exceljs'],
  ['packages/db/src/testing/a.ts', '../../../testkit/src/plain'],
  ['packages/db/src/b.int.test.ts', '../../testkit/src/plain'],
  ['packages/db/src/prisma.ts', '@prisma/client'],
  ['packages/domain/src/hash.ts', 'node:crypto'],
  ['apps/worker/src/kafka/a.ts', 'kafkajs'],
  ['packages/broker/src/b.ts', '../../schema/src/plain'],
  ['packages/broker/src/users.ts', '@platformatic/kafka'],
  ['packages/broker/src/b.stream.test.ts', '../../testkit/src/plain'],
  ['apps/worker/src/admin/b.ts', '../../../../packages/broker/src/plain'],
  ['tooling/chaos/src/kafka/a.ts', 'kafkajs'],
  ['tooling/chaos/src/checker/c.ts', './plain'],
  ['apps/web/src/server/a.ts', '@trpc/server'],
  ['apps/web/src/alias.ts', '@/plain'],
  ['apps/web/src/b.ts', '../../../packages/db/src/plain'],
]
const PLAIN = [
  ...['schema', 'domain', 'db', 'broker', 'testkit'].map((name) => `packages/${name}/src/plain.ts`),
  ...['apps/web/src/plain.ts', 'apps/worker/src/plain.ts', 'tooling/stack/src/plain.ts'],
  ...['base', 'moment', 'admin'].map((name) => `packages/db/src/readers/${name}/plain.ts`),
  ...['packages/office-files/src/plain-cell.ts', 'packages/office-files/src/write.ts'],
  ...['tooling/chaos/src/plain.ts', 'tooling/chaos/src/checker/plain.ts'],
]
const CIRCLE: [file: string, imported: string][] = [
  ['packages/schema/src/one.ts', './two'],
  ['packages/schema/src/two.ts', './one'],
]

const Report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
})
const Config = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
let tree: string
let found: string[]

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lianxi-boundaries-'))
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  for (const file of PLAIN) put(file, 'export const plain = 1\n')
  for (const name of ['kafkajs', 'exceljs', '@platformatic/kafka', '@prisma/client', '@trpc/server']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  const edges = [...FORBIDDEN.map(([, file, imported]) => [file, imported] as const), ...ALLOWED, ...CIRCLE]
  for (const [file, imported] of edges) put(file, `import * as it from '${imported}'\nexport const used = it\n`)
  for (const file of ['.dependency-cruiser.cjs', 'tooling/config/web-alias.cjs'])
    cpSync(join(ROOT, file), join(tree, file))
  put('package.json', JSON.stringify({ name: 'tree', private: true }))
  found = cruise().map(({ from, rule }) => `${rule.name} ${from}`)
}, 60_000)
afterAll(() => rmSync(tree, { recursive: true, force: true }))

function cruise() {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages', 'tooling']
  const json = execFileSync(process.execPath, [program, ...args], { cwd: tree, encoding: 'utf8', maxBuffer: 1e8 })
  return Report.parse(JSON.parse(json)).summary.violations
}

test.each(FORBIDDEN)('%s stops %s from importing %s', (rule, file) => {
  expect(found).toContain(`${rule} ${file}`)
})

test('no-circular stops two files that need each other', () => {
  expect(found).toContain('no-circular packages/schema/src/one.ts')
})

test.each(ALLOWED)('%s may import %s', (file) => {
  expect(found.filter((violation) => violation.endsWith(` ${file}`))).toEqual([])
})

test('every rule is tried here', async () => {
  const loaded: unknown = await import(join(ROOT, '.dependency-cruiser.cjs'))
  const { default: config } = z.object({ default: Config }).parse(loaded)
  const tried = new Set(['no-circular', ...FORBIDDEN.map(([rule]) => rule)])
  expect(config.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
})
