import { readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../paths'

export type BrokerSettings = { clientPort: number; controllerPort: number; data: string; adminPassword: string }

/** Fills infra/kafka/server.properties. A name without a value, or the other way round, is a mistake in one of the two. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>()
  const text = template.replace(/@([A-Z_]+)@/g, (whole, name: string) => {
    if (whole === '@NAME@') return whole // the template's own explanation
    const value = values[name]
    if (value === undefined) throw new Error(`server.properties wants ${name}, which nobody gives`)
    used.add(name)
    return value
  })
  const unused = Object.keys(values).filter((name) => !used.has(name))
  if (unused.length > 0) throw new Error(`server.properties no longer uses ${unused.join(', ')}`)
  return text
}

export function serverProperties(settings: BrokerSettings): string {
  return fillTemplate(readFileSync(path.join(paths.infraKafka, 'server.properties'), 'utf8'), {
    CLIENT_BIND: '127.0.0.1',
    CLIENT_HOST: '127.0.0.1',
    CLIENT_PORT: String(settings.clientPort),
    CLIENT_PROTOCOL: 'SASL_PLAINTEXT', // loopback only; the image says SASL_SSL where a network is crossed
    CONTROLLER_PORT: String(settings.controllerPort),
    ADMIN_PASSWORD: settings.adminPassword,
    DATA: settings.data,
  })
}
