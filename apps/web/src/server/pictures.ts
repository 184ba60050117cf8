/** How many are kept where nobody says what they weigh. */
const KEPT = 100

export type Pictures = {
  /** Whether it is kept, or being read. */
  knows: (question: string) => boolean
  /** The answer to a question about a board at a stamp: read once, then remembered while there is room. */
  recall: <Answer>(question: string, read: () => Promise<Answer>) => Promise<Answer>
}

/**
 * Answers about boards that cannot change. What stood at a stamp never does, so an answer is right as long as it is kept;
 * the one nobody asked for the longest goes first. Two who ask at once wait for one reading; a failed reading is
 * forgotten.
 * @param kept how much is kept: answers, or what `weigh` says they weigh; the last one always is
 */
export function createPictures(kept = KEPT, weigh: (answer: unknown) => number = () => 1): Pictures {
  const answers = new Map<string, { answer: Promise<unknown>; weight: number }>()
  const trim = () => {
    let weight = [...answers.values()].reduce((sum, one) => sum + one.weight, 0)
    for (const [question, one] of answers) {
      if (weight <= kept || answers.size === 1) return
      answers.delete(question)
      weight -= one.weight
    }
  }
  return {
    knows: (question) => answers.has(question),
    recall: <Answer>(question: string, read: () => Promise<Answer>) => {
      const known = answers.get(question)
      const asked = known ?? { answer: read(), weight: 1 }
      answers.delete(question)
      answers.set(question, asked)
      if (known === undefined) {
        trim()
        asked.answer.then(
          (answer) => {
            asked.weight = weigh(answer)
            trim()
          },
          () => answers.delete(question),
        )
      }
      // Each question names its procedure, so what was put under it has the type that is taken out.
      return asked.answer as Promise<Answer>
    },
  }
}
