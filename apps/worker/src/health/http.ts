import { createServer, type Server } from 'node:http'

export type Answer = { status: 200 | 503; contentType: string; body: string }
export type Routes = Readonly<Record<string, () => Promise<Answer>>>

export const json = (ok: boolean, body: object): Answer => ({
  status: ok ? 200 : 503,
  contentType: 'application/json',
  body: JSON.stringify(body),
})

/** Listens on `port` (0: any free one). Only GET of the given paths; there is nothing here to change. */
export function listenForHealth(routes: Routes, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://worker')
    const route = request.method === 'GET' ? routes[pathname] : undefined
    if (route === undefined) return void response.writeHead(404).end()
    route()
      .catch((error: unknown) =>
        json(false, { ok: false, error: error instanceof Error ? error.message : String(error) }),
      )
      .then(({ status, contentType, body }) => response.writeHead(status, { 'content-type': contentType }).end(body))
      .catch(() => response.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
