import { z } from 'zod'
import type { Person } from './people'

const Answer = z.object({ result: z.object({ data: z.unknown() }) })

/** Asks a procedure as a person who is signed in, where a story is about something else than pressing buttons. */
export async function ask(
  { page }: Person,
  procedure: string,
  input: object,
  how: 'query' | 'mutation',
): Promise<unknown> {
  const { origin } = new URL(page.url())
  const [data, headers] = [JSON.stringify(input), { origin, 'content-type': 'application/json' }]
  const answer =
    how === 'query'
      ? await page.request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(data)}`)
      : await page.request.post(`/api/trpc/${procedure}`, { data, headers })
  return Answer.parse(await answer.json()).result.data
}
