import pg from 'pg'

/** bigint and numeric keep their text form: they never become floats. */
const exactTypes = new pg.TypeOverrides()
exactTypes.setTypeParser(pg.types.builtins.INT8, (value) => value)
exactTypes.setTypeParser(pg.types.builtins.NUMERIC, (value) => value)

/**
 * `board`: the schema in which SQL finds the board's tables. A rebuild folds into another one with the same code.
 * `waitMs`: how long a statement waits for a connection before it is refused; 0: until it gets one.
 */
export type PoolOptions = {
  max?: number
  applicationName?: string
  board?: 'board' | 'board_next'
  waitMs?: number
}

/**
 * A pool whose bigint and numeric columns arrive as text and whose instants arrive as Date (milliseconds; where
 * microseconds matter, as for stamps, the query casts to text). An idle client that breaks is dropped by the pool.
 * The write path names the board's tables without a schema; every other table lies in `public` under a name of its own.
 * @param onIdleError told of broken idle connections; they are replaced at the next query
 */
export function createPool(
  url: string,
  options: PoolOptions = {},
  onIdleError: (error: Error) => void = ignore,
): pg.Pool {
  // No statement here runs long enough to be worth compiling; a province's readers would pay for it at each first look.
  const settings = `SET search_path TO ${options.board ?? 'board'}, public; SET jit TO off`
  const hooks = { onConnect: (client: pg.ClientBase) => client.query(settings) } // the pool waits for it
  const pool = new pg.Pool({
    ...hooks,
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'lianxi',
    connectionTimeoutMillis: options.waitMs ?? 5_000,
    types: exactTypes,
  })
  pool.on('error', onIdleError)
  // A client in use whose server ends it between two queries (25P03, a restart) would otherwise end the process.
  pool.on('connect', (client) => client.on('error', onIdleError))
  return pool
}

/** A connection's end concerns nobody here: its next query fails, and the pool opens another when it is needed. */
function ignore(): void {}
