/** What would tie this run to another system that runs here. */
const FOREIGN = [
  'DATABASE_URL',
  'WORKER_DATABASE_URL',
  'MIGRATOR_URL',
  'POSTGRES_ADMIN_URL',
  'KAFKA_BROKERS',
  'KAFKA_USERNAME',
  'KAFKA_PASSWORD',
  'RELAY_KAFKA_USERNAME',
  'RELAY_KAFKA_PASSWORD',
  'KAFKA_ADMIN_PASSWORD',
  'PUBLIC_URL',
  'AUTH_SECRET',
  'WORKER_PORT',
  'WORKER_PARTS',
  'WORKER_GROUP',
  'WORKER_TOPIC_OWNERS',
]

/** The stack reads its environment when it is loaded: this comes before, so that everything lies in this run's folder. */
export function liveIn(home: string, webPort: number): void {
  for (const name of FOREIGN) process.env[name] = ''
  Object.assign(process.env, {
    LIANXI_HOME: home,
    LIANXI_MODE: 'test',
    HOST: '127.0.0.1',
    PORT: String(webPort),
  })
}

/** The environment of a child: ours without npm's own variables, and what it alone needs. */
export const childEnvironment = (own: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  ...own,
})
