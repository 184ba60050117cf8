/** The same database with other session limits; later settings win over earlier ones. */
export function withSetting(databaseUrl: string, setting: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c ${setting}`)
  return url.href.replaceAll('+', '%20')
}

/** The same database through another address. */
export function through(databaseUrl: string, line: { host: string; port: number }): string {
  const url = new URL(databaseUrl)
  url.hostname = line.host
  url.port = String(line.port)
  return url.href
}

export const addressOf = (databaseUrl: string): { host: string; port: number } => {
  const url = new URL(databaseUrl)
  return { host: url.hostname, port: Number(url.port) }
}
