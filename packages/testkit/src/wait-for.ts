import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks until the answer satisfies the condition and returns that answer; fails after `withinMs`, telling the last
 * answer. Tests wait for conditions, never for a time.
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  satisfied: (answer: Answer) => boolean = Boolean,
  withinMs = 45_000,
): Promise<Answer> {
  const until = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (satisfied(answer)) return answer
    if (Date.now() > until) throw new Error(`waited ${withinMs} ms for ${what}; last answer: ${show(answer)}`)
    await delay(20)
  }
}

const show = (answer: unknown) =>
  JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
