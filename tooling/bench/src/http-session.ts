import { z } from 'zod'

const Answer = z.object({ result: z.object({ data: z.unknown() }) })
const failure = async (response: Response) =>
  `${response.status} ${response.url}: ${(await response.text()).slice(0, 400)}`

/** One signed-in person, over the same HTTP as a browser: cookie, origin, tRPC without batching. */
export class HttpSession {
  private constructor(
    readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, username: string, password: string): Promise<HttpSession> {
    const response = await fetch(`${url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ username, password }),
    })
    if (!response.ok) throw new Error(await failure(response))
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    return new HttpSession(url, cookies.join('; '))
  }

  get headers() {
    return { cookie: this.cookie, origin: this.url, 'sec-fetch-site': 'same-origin' }
  }

  /** For a browser that shall be the same person. */
  get cookies(): { name: string; value: string }[] {
    return this.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })
  }

  async query<Output extends z.ZodType>(procedure: string, input: unknown, output: Output): Promise<z.output<Output>> {
    const address = `${this.url}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`
    return readAnswer(await fetch(address, { headers: this.headers }), output)
  }

  async mutate<Output extends z.ZodType>(procedure: string, input: unknown, output: Output): Promise<z.output<Output>> {
    const response = await fetch(`${this.url}/api/trpc/${procedure}`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return readAnswer(response, output)
  }

  async page(path: string): Promise<string> {
    const response = await fetch(`${this.url}${path}`, { headers: this.headers })
    if (!response.ok || new URL(response.url).pathname !== path.split('?')[0]) throw new Error(await failure(response))
    return response.text()
  }
}

async function readAnswer<Output extends z.ZodType>(response: Response, output: Output): Promise<z.output<Output>> {
  if (!response.ok) throw new Error(await failure(response))
  return output.parse(Answer.parse(await response.json()).result.data)
}
