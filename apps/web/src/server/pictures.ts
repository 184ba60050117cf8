/** How many answers are kept; a long list is about half a megabyte. */
const KEPT = 100

export type Pictures = {
  /** The answer to a question about a past board: read once, then remembered while there is room. */
  recall: <Answer>(question: string, read: () => Promise<Answer>) => Promise<Answer>
}

/**
 * Answers about past boards. What stood at a stamp never changes, so an answer is right as long as it is kept; the one
 * nobody asked for the longest goes first. Two who ask at once wait for one reading; a failed reading is forgotten.
 */
export function createPictures(kept = KEPT): Pictures {
  const answers = new Map<string, Promise<unknown>>()
  return {
    recall: <Answer>(question: string, read: () => Promise<Answer>) => {
      // Each question names its procedure, so what was put under it has the type that is taken out.
      const known = answers.get(question) as Promise<Answer> | undefined
      const answer = known ?? read()
      answers.delete(question)
      answers.set(question, answer)
      if (known === undefined) {
        answer.catch(() => answers.delete(question))
        const [oldest] = answers.keys()
        if (answers.size > kept && oldest !== undefined) answers.delete(oldest)
      }
      return answer
    },
  }
}
