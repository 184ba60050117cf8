#!/usr/bin/env node
// Stand-in for Prisma 7's native "schema-engine" program, for development and checks where that program cannot be
// downloaded; PostgreSQL only. Copied unchanged but for this comment and formatting from the "prisma-offline" tool this
// project was given; the engine itself is Prisma's (Apache-2.0, @prisma/schema-engine-wasm). The product never runs it. Prisma sends JSON-RPC, one
// message a line, or calls `cli <command>`. The same engine as WebAssembly does the work, through @prisma/adapter-pg.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

process.removeAllListeners('warning') // Prisma reads stderr as JSON lines: a Node warning would break that
const argv = process.argv.slice(2),
  flag = (name) => argv.flatMap((arg, i) => (arg === name ? [argv[i + 1]] : []))
if (argv.includes('--version')) process.exit(console.log('schema-engine (prisma-offline stand-in)'))
const files = flag('--datamodels')
const { url, shadowDatabaseUrl } = JSON.parse(flag('--datasource')[0] ?? '{}')

// Packages come from the project that runs Prisma: its working directory, else the folder of its schema.
const locate = (name) => createRequire(import.meta.url).resolve(name, { paths: [process.cwd(), ...files.map(dirname)] })
const adapterRequire = createRequire(locate('@prisma/adapter-pg')) // pg must be the adapter's own copy
const pg = adapterRequire('pg'),
  { PrismaPg } = adapterRequire('@prisma/adapter-pg')
const { parse } = createRequire(adapterRequire.resolve('pg'))('pg-connection-string')
const { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } = adapterRequire('@prisma/driver-adapter-utils')

/** Connection URL to pg settings; `?schema=app` becomes the search_path, as with the native engine. */
function settings(database) {
  if (!/^postgres(ql)?:/.test(url)) throw new Error('prisma-offline: datasource.url must be a postgresql:// URL')
  const { schema, ...config } = parse(url)
  if (schema) config.options = `-c search_path=${pg.escapeIdentifier(schema).replace(/[\\ ]/g, '\\$&')}`
  return { connectionTimeoutMillis: 15_000, ...config, schema, ...(database && { database }) }
}
/** Runs one statement on a connection of its own, optionally in another database. */
const runOnce = (sql, database, pool = new pg.Pool(settings(database))) => pool.query(sql).finally(() => pool.end())

/** Catalogue columns of type "char" (OID 18), unknown to adapter-pg, must reach the engine as single characters. */
function mendChars(queryable) {
  // an adapter or a transaction
  const { performIO, queryRaw } = queryable
  let isChar
  queryable.performIO = async (query) => {
    const result = await performIO.call(queryable, query)
    isChar = result.fields.map((field) => field.dataTypeID === 18 && (field.dataTypeID = 25)) // 25 = text, accepted
    return result
  }
  queryable.queryRaw = async (query) => {
    const result = await queryRaw.call(queryable, query)
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type)),
    }
  }
  return queryable
}
/** An adapter on ONE session, so that the engine's advisory lock stays where the work is done. */
async function open(database) {
  const config = settings(database),
    pool = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0 })
  const adapter = mendChars(await new PrismaPg(pool, { schema: config.schema, disposeExternalPool: true }).connect())
  const begin = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (level) => mendChars(await begin(level))
  adapter.executeScript = async (sql) => {
    // adapter-pg cuts at every ";": that breaks $$ bodies and atomicity
    try {
      await pool.query(sql)
    } catch (error) {
      await pool.query('ROLLBACK').catch(() => {}) // in case the script itself said BEGIN
      if (error.position) error.message += ` (script line ${sql.slice(0, error.position).split('\n').length})`
      adapter.onError(error)
    }
  }
  return adapter
}
async function connectToShadowDb() {
  // adapter-pg's own version drops the database while it is still in use
  if (shadowDatabaseUrl) throw new Error('prisma-offline: remove shadowDatabaseUrl and give the role CREATEDB')
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await runOnce(`CREATE DATABASE "${name}"`)
  const adapter = await open(name),
    close = adapter.dispose.bind(adapter)
  adapter.dispose = () => close().finally(() => runOnce(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  return adapter
}
const command = flag('cli')[0] // can-connect-to-database | create-database | drop-database
if (command)
  try {
    const name = pg.escapeIdentifier(settings().database),
      verb = command.split('-')[0]
    await (verb === 'can' ? runOnce('SELECT 1') : runOnce(`${verb} DATABASE ${name}`, 'postgres'))
    process.exit(0)
  } catch (error) {
    // Prisma skips the first line of stderr and wants JSON log lines after it
    const codes = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1000', '42P04': 'P1009', 42501: 'P1010' }
    const message = error.message || error.errors?.join('; ') || error.code,
      error_code = codes[error.code] ?? 'P1001'
    console.error(
      '\n' + JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: { error_code, message } }),
    )
    process.exit(1)
  }

// Load the WebAssembly by hand: the package's own entry point needs a bundler.
const gluePath = locate('@prisma/schema-engine-wasm/schema_engine_bg'),
  glue = await import(pathToFileURL(gluePath))
const wasm = readFileSync(gluePath.replace(/js$/, 'wasm'))
const {
  instance: { exports },
} = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(exports)
exports.__wbindgen_start()
let engine,
  panic,
  current,
  queue = Promise.resolve()
global.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (text) => {
    panic = text
  },
} // called by the engine's panic hook
const base = { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: () => open(), connectToShadowDb }
const factory = bindMigrationAwareSqlAdapterFactory(base)
async function call(method, params) {
  if (method === 'introspectSql') throw new Error('prisma-offline: TypedSQL (generate --sql) is not available')
  const datamodels = files.length ? files.map((file) => [file, readFileSync(file, 'utf8')]) : undefined
  engine ??= await glue.SchemaEngine.new({ datamodels }, () => {}, factory)
  return engine[method](params).catch(async (error) => {
    if (!error?.message?.includes('must be provided through an external factory')) throw error
    // `migrate dev` has applied pending migrations and wants the replayed schema from a cache; this fills it:
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    return engine[method](params)
  })
}
const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')
const fail = (error) => {
  // errors thrown by our own adapter arrive as a number to look up
  const cause = factory.errorRegistry.consumeError(/External error id#(\d+)/.exec(error?.message)?.[1])?.error
  const message = panic ?? cause?.message ?? (error?.message || String(error))
  send({
    id: current,
    error: { code: 4466, message: 'error', data: { is_panic: false, message, error_code: error?.code } },
  })
}
process.on('uncaughtException', (error) => process.exit(fail(error) ?? 1)) // else Prisma may take a crash for success
async function answer({ id, method, params }) {
  current = id
  const result = await call(method === 'getDatabaseVersion' ? 'version' : method, params)
  if (result?.stdout != null) send({ id: 1e6 + id, method: 'print', params: { content: result.stdout } }) // diff
  send({ id, result: result ?? null })
}
createInterface({ input: process.stdin })
  .on('close', () => queue.finally(() => process.exit(0)))
  .on('line', (line) => {
    if (JSON.parse(line).method) queue = queue.then(() => answer(JSON.parse(line))).catch(fail) // else a reply to "print"
  })
