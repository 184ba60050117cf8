import 'server-only'
import { cache } from 'react'

/**
 * Asks once a request, however many of its parts want the answer: a page and its title are drawn side by side, and each
 * would ask for itself. What is asked is the same when its JSON is.
 */
export function once<Asked, Answer>(ask: (asked: Asked) => Promise<Answer>): (asked: Asked) => Promise<Answer> {
  const ofRequest = cache(() => new Map<string, Promise<Answer>>())
  return (asked) => {
    const [answers, key] = [ofRequest(), JSON.stringify(asked)]
    const answer = answers.get(key) ?? ask(asked)
    answers.set(key, answer)
    return answer
  }
}
