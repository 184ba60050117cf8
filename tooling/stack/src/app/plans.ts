import path from 'node:path'
import { environment, REPOSITORY } from '../env'
import type { Services } from '../commands/up'
import { WEB_FLAGS, WORKER_FLAGS } from './node-flags'
import type { AppPlan } from './supervise'

const WORKER = path.join(REPOSITORY, 'apps', 'worker')
const WEB = path.join(REPOSITORY, 'apps', 'web')
const NEXT = path.join(REPOSITORY, 'node_modules', 'next', 'dist', 'bin', 'next')

export type AppAddresses = { web: string; worker: string }

/** True if the address answers 2xx within two seconds. */
async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false // not listening yet
  }
}

export function addresses(workerPort: number): AppAddresses {
  return {
    web: environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`,
    worker: `http://127.0.0.1:${workerPort}`,
  }
}

/** The worker's environment: two Kafka users, because the relay may write and the consumer may not. */
function workerEnvironment({ postgres, kafka }: Services, workerPort: number): Record<string, string> {
  const user = environment.KAFKA_USERNAME ?? 'worker'
  const relay = environment.RELAY_KAFKA_USERNAME ?? 'relay'
  return {
    LIANXI_MODE: environment.LIANXI_MODE,
    WORKER_DATABASE_URL: postgres.worker_app,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_USERNAME: user,
    KAFKA_PASSWORD: kafka.users[user] ?? '',
    RELAY_KAFKA_USERNAME: relay,
    RELAY_KAFKA_PASSWORD: kafka.users[relay] ?? '',
    KAFKA_ADMIN_USERNAME: environment.KAFKA_ADMIN_USERNAME,
    KAFKA_ADMIN_PASSWORD: kafka.users[environment.KAFKA_ADMIN_USERNAME] ?? '',
    KAFKA_SSL: String(environment.KAFKA_SSL),
    WORKER_PORT: String(workerPort),
    WORKER_HOST: '127.0.0.1',
  }
}

export type PlanContext = { services: Services; workerPort: number; authSecret: string; watch: boolean }

export function workerPlan({ services, workerPort, watch }: PlanContext): AppPlan {
  const program = watch ? ['--import', 'tsx', '--watch', 'src/main.ts'] : [path.join('dist', 'main.js')]
  return {
    name: 'worker',
    args: [...WORKER_FLAGS, ...program],
    cwd: WORKER,
    env: { ...workerEnvironment(services, workerPort), NODE_ENV: watch ? 'development' : 'production' },
    isReady: () => answers(`${addresses(workerPort).worker}/ready`),
  }
}

export function webPlan({ services, workerPort, authSecret, watch }: PlanContext): AppPlan {
  const flags = watch ? [] : WEB_FLAGS
  return {
    name: 'web',
    args: [...flags, NEXT, watch ? 'dev' : 'start', '-p', String(environment.PORT), '-H', environment.HOST],
    cwd: WEB,
    env: {
      LIANXI_MODE: environment.LIANXI_MODE,
      DATABASE_URL: services.postgres.web_app,
      PORT: String(environment.PORT),
      PUBLIC_URL: addresses(workerPort).web,
      AUTH_SECRET: environment.AUTH_SECRET ?? authSecret,
      NODE_ENV: watch ? 'development' : 'production',
    },
    isReady: () => answers(`http://localhost:${environment.PORT}/api/ready`),
  }
}
