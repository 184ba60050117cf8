import type { Pictures } from './pictures'

/** `now` says where the present stands; what `read` finds afterwards is kept under it. */
type Reading<Answer> = { now: () => Promise<string>; read: () => Promise<Answer> }

export type Present = {
  /** @param standing where the present stood when it was asked; what is kept under it is given at once */
  recall: <Answer>(question: string, standing: string, reading: Reading<Answer>) => Promise<Answer>
}

/**
 * Answers about the present, which moves on with each commit: while reports come in every second, a reading may last
 * longer than that, and one begun for each stamp would pile them up. So of a question one reading is under way. Who asks
 * for a later present meanwhile waits for its end, together with all others who do: the next reading, one for all of
 * them, begins after they asked, so nobody is shown less than he was told of.
 */
export function createPresent({ knows, recall }: Pictures): Present {
  const underWay = new Map<string, Promise<unknown>>()
  const next = new Map<string, Promise<unknown>>()

  const begin = <Answer>(question: string, stands: string, read: () => Promise<Answer>): Promise<Answer> => {
    const reading = recall(keyOf(question, stands), read)
    underWay.set(question, reading)
    const ended = () => {
      if (underWay.get(question) === reading) underWay.delete(question)
    }
    reading.then(ended, ended)
    return reading
  }

  const behind = async <Answer>(
    before: Promise<unknown>,
    question: string,
    { now, read }: Reading<Answer>,
  ): Promise<Answer> => {
    await before.catch(() => undefined)
    let stands: string
    try {
      stands = await now()
    } finally {
      next.delete(question) // who asks from here on may have been told of a later present
    }
    return begin(question, stands, read)
  }

  return {
    recall: async <Answer>(question: string, standing: string, reading: Reading<Answer>) => {
      if (knows(keyOf(question, standing))) return recall(keyOf(question, standing), reading.read)
      const before = underWay.get(question)
      if (before === undefined) return begin(question, standing, reading.read)
      const waited = next.get(question) ?? behind(before, question, reading)
      next.set(question, waited)
      return waited as Promise<Answer>
    },
  }
}

const keyOf = (question: string, standing: string): string => `${standing} ${question}`
