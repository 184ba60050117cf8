import { z } from 'zod'

/** What the browser asks of the server's `DoneResult`; that one's list of codes is for tests, and a kilobyte. */
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.string() }),
  z.object({ ok: z.literal(false), refusal: z.object({ message: z.string() }) }),
])
/** `said`: why the file was not taken, for whoever sent it. */
export type Sent = { id: string } | { said: string }

const OUTAGE = '文件没有送达，请检查网络后重试；文件仍在您的电脑上。'

/**
 * Sends a file as it is. Never throws.
 * @param refused what to say of the server's statuses
 */
export async function sendFile(file: File, address: string, refused: Record<number, string>): Promise<Sent> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (!answer.ok) return { said: refused[answer.status] ?? OUTAGE }
    const done = Answer.parse(await answer.json())
    return done.ok ? { id: done.id } : { said: done.refusal.message }
  } catch {
    return { said: OUTAGE }
  }
}
